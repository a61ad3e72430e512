"""The standing record: companies, their articles over time; and the Django project itself."""
