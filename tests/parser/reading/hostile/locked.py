"""Encrypted files: with a password that nobody has, and with none."""

import hashlib

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from reportlab.lib.pdfencrypt import StandardEncryption

from schedgraph.parser.reading.isolate.outcome import Outcome
from tests.parser.reading.hostile.build import TEXT, page_objects, pdf, stream
from tests.parser.reading.hostile.cases import READ, hostile, hostile_set
from tests.parser.reading.hostile.good import schedule_pages

PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
ID = bytes(range(16))
RIGHTS = -1340


def by_reportlab(strength: int, password: str) -> bytes:
    return schedule_pages(2, StandardEncryption(password, "the owner's", strength=strength))


def rc4(key: bytes, data: bytes) -> bytes:
    """RC4, which the password check of revision 4 still uses."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def twenty_times(key: bytes, data: bytes) -> bytes:
    for n in range(20):
        data = rc4(bytes(byte ^ n for byte in key), data)
    return data


def md5(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = hashlib.md5(data, usedforsecurity=False).digest()
    return data


def aes_128(password: bytes) -> bytes:
    """Revision 4 with AESV2 for streams. [ISO 32000-1, 7.6.2 to 7.6.3]"""
    padded = (password + PAD)[:32]
    owner = twenty_times(md5(PAD, 51), padded)
    key = md5(md5(padded + owner + RIGHTS.to_bytes(4, "little", signed=True) + ID), 50)
    user = twenty_times(key, md5(PAD + ID)) + bytes(16)
    object_key = md5(key + (4).to_bytes(3, "little") + bytes(2) + b"sAlT")
    filler = padding.PKCS7(128).padder()
    vector = bytes(range(16, 32))
    sealer = Cipher(algorithms.AES(object_key), modes.CBC(vector)).encryptor()
    sealed = vector + sealer.update(filler.update(TEXT) + filler.finalize()) + sealer.finalize()
    lock = (
        b"<</Filter/Standard/V 4/R 4/Length 128/P %d/O<%b>/U<%b>/StmF/StdCF/StrF/StdCF"
        b"/CF<</StdCF<</CFM/AESV2/AuthEvent/DocOpen/Length 16>>>>>>"
        % (RIGHTS, owner.hex().encode(), user.hex().encode())
    )
    return locked_by(lock, stream(sealed))


def locked_by(lock: bytes, contents: bytes = stream(TEXT)) -> bytes:
    objects = {**page_objects(contents), 6: lock}
    return pdf(objects, b"/Root 1 0 R/Encrypt 6 0 R/ID[<%b><%b>]" % (ID.hex().encode(), ID.hex().encode()))


def aes_256() -> bytes:
    """Revision 6 under a password that the hashes below do not belong to."""
    noise = hashlib.sha512(b"noise").digest()
    return locked_by(
        b"<</Filter/Standard/V 5/R 6/Length 256/P %d/O<%b>/U<%b>/OE<%b>/UE<%b>/Perms<%b>/StmF/StdCF/StrF/StdCF"
        b"/CF<</StdCF<</CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>>>"
        % (RIGHTS, *(noise[:n].hex().encode() for n in (48, 48, 32, 32, 16)))
    )


hostile_set(
    {
        "locked by RC4 of 40 bits": lambda: by_reportlab(40, "nobody knows"),
        "locked by RC4 of 128 bits": lambda: by_reportlab(128, "nobody knows"),
        "locked by AES of 128 bits": lambda: aes_128(b"nobody knows"),
        "locked by AES of 256 bits": aes_256,
        "locked in a way that nobody knows": lambda: locked_by(b"<</Filter/Nobody/V 99/R 99>>"),
        "locked in a version that nobody knows": lambda: locked_by(
            b"<</Filter/Standard/V 99/R 99/O(x)/U(x)/P -4>>"
        ),
    },
    Outcome.ENCRYPTED,
)
for _bits in (40, 128):
    hostile(f"RC4 of {_bits} bits with an empty password", READ, shown="Destroy after 3 years")(
        lambda bits=_bits: by_reportlab(bits, "")
    )
hostile("AES of 128 bits with an empty password", READ, shown="Destroy after 3 years")(lambda: aes_128(b""))
hostile_set(
    {
        "a lock that is itself": lambda: locked_by(b"6 0 R"),
        "a lock without keys": lambda: locked_by(b"<</Filter/Standard/V 2/R 3>>"),
        "a lock with a key of no length": lambda: locked_by(
            b"<</Filter/Standard/V 2/R 3/Length -8/O(%b)/U(%b)/P 0>>" % (b"", b"x" * 32)
        ),
    },
)
