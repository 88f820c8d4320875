"""What calculators share and what knows none of them."""
