"""python3-requests. `python3 requests_digest.py <port>`"""

import sys

import digest
import requests
from requests.auth import HTTPDigestAuth


def get(user="Mufasa", password="Circle of Life"):
    session = requests.Session()
    session.trust_env = False
    session.auth = HTTPDigestAuth(user, password)

    def ask(host, path, body=None):
        url = f"http://127.0.0.1:{sys.argv[1]}{path}"
        response = session.request("POST" if body else "GET", url, headers={"Host": host}, data=body, timeout=10)
        return [each.status_code for each in [*response.history, response]]

    return ask


digest.play(get)
