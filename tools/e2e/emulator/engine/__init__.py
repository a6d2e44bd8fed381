"""How CloudFormation makes, changes, rolls back and deletes stacks; takes the place of moto's own engine."""
