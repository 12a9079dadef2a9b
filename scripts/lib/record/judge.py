"""Judges records by software that shares no code with Waymark, and without asking anybody but Waymark itself.

A line of standard input is {"token", "jwk", "how"}; a line of standard output answers it with what was found wrong: nothing
where all is well. `how` is "proof" (openbadgeslib: signature, claims, shape, dates), "status" (the same, and whether it was
taken back, by the list that the record names), "schema" (the JSON Schema of 1EdTech) or "terms" (no word that the contexts
which the record names do not define).
"""

import base64
import json
import sys
import urllib.request

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers
from jsonschema import Draft201909Validator
from openbadgeslib.ob3 import OB3Verifier
from openbadgeslib.ob3.contexts import document_loader
from pyld import jsonld

# Of a token, beside the credential's own words.
CLAIMS = {"iss", "sub", "jti", "nbf", "exp"}


def octets(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def fetch(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read()


def key_of(jwk):
    n, e = (int.from_bytes(octets(jwk[part]), "big") for part in ("n", "e"))
    return RSAPublicNumbers(e, n).public_key()


def credential_of(token):
    payload = json.loads(octets(token.split(".")[1]))
    return {name: value for name, value in payload.items() if name not in CLAIMS}


def by_proof(token, jwk):
    OB3Verifier(pubkey_pem=key_of(jwk)).verify(token)
    return []


def by_status(token, jwk):
    credential = OB3Verifier(pubkey_pem=key_of(jwk)).verify(token, check_status=True, download=fetch)
    return [] if credential.credential_status else ["it names no list to look it up in"]


def by_schema(token, _):
    errors = validator.iter_errors(credential_of(token))
    return ["%s: %s" % ("/".join(map(str, error.absolute_path)), error.message) for error in errors]


def by_terms(token, _):
    credential = credential_of(token)
    options = {"documentLoader": document_loader()}
    known = jsonld.compact(jsonld.expand(credential, options), credential["@context"], options)
    return sorted(words(credential) - words(known))


def words(value):
    """Every name of a property, and of a type, anywhere in it."""
    if isinstance(value, list):
        return set().union(*map(words, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    types = value.get("type", [])
    named = {"type " + each for each in ([types] if isinstance(types, str) else types)}
    inner = (words(each) for name, each in value.items() if name != "@context")
    return {name for name in value if name != "@context"} | named | set().union(*inner)


with open(sys.argv[1], encoding="utf-8") as file:
    validator = Draft201909Validator(json.load(file), format_checker=Draft201909Validator.FORMAT_CHECKER)
ways = {"proof": by_proof, "status": by_status, "schema": by_schema, "terms": by_terms}

for line in sys.stdin:
    asked = json.loads(line)
    try:
        found = ways[asked["how"]](asked["token"], asked["jwk"])
    except Exception as error:  # whatever it does not take is refused, and it says why
        found = ["%s: %s" % (type(error).__name__, error)]
    print(json.dumps(found), flush=True)
