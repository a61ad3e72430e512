"""Two versions compared: which provisions pair, which words differ, what is underlined."""
