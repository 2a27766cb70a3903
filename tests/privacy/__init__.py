"""What is told of groups, and a solver that works out what somebody who saw all of it could know."""
