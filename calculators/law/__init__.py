"""What calculators and documents share of the law: the book of figures, the waiting period, the case."""
