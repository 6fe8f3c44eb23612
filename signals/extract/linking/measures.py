"""One good, several markets, told apart by the measure or the money of the price: cocoa in pounds is London's."""

BY_MEASURE = {
    ("COPPER", "pound"): "HG", ("COFFEE", "tonne"): "ROBUSTA", ("SUGAR", "tonne"): "WHITESUGAR",
    ("COCOA", "GBP"): "LONDONCOCOA", ("WHEAT", "GBP"): "LONDONWHEAT", ("WHEAT", "EUR"): "PARISWHEAT",
    ("CORN", "EUR"): "PARISMAIZE", ("RUBBER", "CNY"): "SHFERUBBER", ("PALMOIL", "CNY"): "DCEPALMOIL",
    ("COTTON", "CNY"): "ZCECOTTON", ("COPPER", "CNY"): "SHFECOPPER", ("ZINC", "CNY"): "SHFEZINC",
    ("ALUMINIUM", "CNY"): "SHFEALUMINIUM", ("NICKEL", "CNY"): "SHFENICKEL", ("LEAD", "CNY"): "SHFELEAD",
    ("TIN", "CNY"): "SHFETIN",
}  # fmt: skip
