from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person who signs in. What a person may do in a company is said by `Membership`."""
