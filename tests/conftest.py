from tests.people import company, legal, other_company, reader, secretary, stranger

__all__ = ["company", "legal", "other_company", "reader", "secretary", "stranger"]
