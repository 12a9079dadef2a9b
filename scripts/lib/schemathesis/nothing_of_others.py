"""A check of our own: no answer to one member holds an id or a title of another's."""

import os

import schemathesis

CANARIES = [line for line in os.environ.get("WAYMARK_CANARIES", "").split("\n") if line]


@schemathesis.check
def nothing_of_others(ctx, response, case):
    """Fails where an answer holds one of the canaries."""
    text = response.text
    for canary in CANARIES:
        if canary in text:
            raise AssertionError(f"The answer holds “{canary}”, which is somebody else's")
