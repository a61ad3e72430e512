"""Measurements, run by hand. They print figures and ratios; nothing here is asserted."""
