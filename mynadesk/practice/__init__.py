"""Practice for trainees: scenes made by the rules, graded by the same `decide`, and what comes next."""
