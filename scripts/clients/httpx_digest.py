"""python3-httpx. `python3 httpx_digest.py <port>`"""

import sys

import digest
import httpx


def get(user="Mufasa", password="Circle of Life"):
    client = httpx.Client(auth=httpx.DigestAuth(user, password), trust_env=False, timeout=10)

    def ask(host, path, body=None):
        url = f"http://127.0.0.1:{sys.argv[1]}{path}"
        response = client.request("POST" if body else "GET", url, headers={"Host": host}, content=body)
        return [each.status_code for each in [*response.history, response]]

    return ask


digest.play(get)
