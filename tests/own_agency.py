"""The profile of an invented agency, for tests of what users add."""

PROFILE = r"""
name = "bpi"
title = "Borealis Polar Institute"
names = ["Borealis Polar Institute"]
region = "NO"
[[references]]
name = "bpi-reference"
pattern = '(?P<prefix>BPI)[ ](?P<number>\d)[ ]of[ ](?P<year>\d{4})'
canonical = "{prefix} {number}/{year}"
examples = ["BPI 7 of 2031"]
rejects = []
"""
