"""How strong the tests are: faults made one by one, and whether any test sees them."""
