"""Digest by libraries of Python: each case is told as a line of JSON, the statuses of all its responses in order.

A line {"wait": seconds} asks for the clock to be moved on, and waits for an answer.
"""

import json
import sys


def tell(what, **facts):
    print(json.dumps({"what": what, **facts}), flush=True)


def attempt(what, statuses):
    try:
        tell(what, got=" ".join(str(status) for status in statuses()))
    except Exception as error:  # What a library throws is what it does.
        tell(what, got=type(error).__name__)


def wait(seconds):
    print(json.dumps({"wait": seconds}), flush=True)
    sys.stdin.readline()


def play(get):
    """`get` makes a session: a function of host, path and body that gives the statuses of all its responses."""
    bench = "workbench.example.com"
    for kind in ["md5", "md5-sess", "sha-256", "sha-256-sess", "sha-512-256", "userhash", "rfc2069", "auth-int"]:
        attempt(kind, lambda: get()(bench, "/digest/" + kind))
    attempt("two challenges", lambda: get()("api.example.com", "/files/report"))
    attempt("wrong password", lambda: get("Mufasa", "wrong")(bench, "/digest/md5"))
    attempt("a body", lambda: get()(bench, "/digest/sha-256", b"a=b"))

    session = get()

    def counted():
        return [*session(bench, "/digest/sha-256"), *session(bench, "/digest/sha-256"), *session(bench, "/digest/sha-256")]

    attempt("counting", counted)
    wait(61)
    attempt("stale", lambda: session(bench, "/digest/sha-256"))
    attempt("after stale", lambda: session(bench, "/digest/sha-256"))
    late = get()
    attempt("nextnonce, first", lambda: late(bench, "/digest/nextnonce"))
    wait(40)
    attempt("nextnonce, old", lambda: late(bench, "/digest/nextnonce"))
    wait(40)
    attempt("nextnonce, late", lambda: late(bench, "/digest/nextnonce"))
