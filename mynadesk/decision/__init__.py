"""One case in, one decision out: reading a case, judging papers and requirements, deciding."""
