"""The first start: whose office this is, where its data will lie, or a look at the example office."""
