"""Event studies: the Python face of the macros in sql/event_study_*.sql."""

from signals.study.files import read_events, study_from_files
from signals.study.result import Study, study
from signals.study.settings import StudySettings
from signals.study.study import create_macros, run_study

__all__ = ["Study", "StudySettings", "create_macros", "read_events", "run_study", "study", "study_from_files"]
