"""Reports written by rule, with their labels known: for the accuracy gate and the benchmarks."""
