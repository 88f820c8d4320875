"""What every page with a form shares: fields, form, answer, templates, days and money. Knows no law."""
