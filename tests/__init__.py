"""The tests mirror the package: tests/domain tells what facilitator/domain promises."""
