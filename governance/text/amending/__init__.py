"""Operations applied to the articles: the proposed tree and its numbers."""
