"""Made-up texts with what they say, each drawn from a `random.Random`, so that a seed repeats it."""
