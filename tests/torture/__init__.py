"""What takes an hour: thousands of deaths, three years, broken clocks and disks, a program that is wrong on purpose.

`python -m tests.torture` does it all and writes docs/reliability.md; `python -m tests.torture kills --n 200` a part.
"""
