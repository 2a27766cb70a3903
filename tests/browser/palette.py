"""Pictures of screens with 96 colours, which is what they have but for the edges of letters: a third of the size."""

import struct
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Sequence
from typing import Final

from playwright.sync_api import Page

Colour = tuple[int, int, int]
Weighed = tuple[Colour, int]
COLOURS: Final = 96
PIXELS: Final = """
async (source) => {
  const image = await createImageBitmap(await (await fetch(source)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const parts = [];
  for (let at = 0; at < data.length; at += 32768) parts.push(String.fromCharCode(...data.subarray(at, at + 32768)));
  return [image.width, image.height, btoa(parts.join(""))];
}
"""


def shrink(page: Page, png: bytes) -> bytes:
    """The same picture with a palette. The page, an empty one, reads its pixels."""
    width, height, encoded = page.evaluate(PIXELS, f"data:image/png;base64,{b64encode(png).decode()}")
    pixels = [(red, green, blue) for red, green, blue, _ in struct.iter_unpack("4B", b64decode(encoded))]
    palette, place = _palette(Counter(pixels))
    indices = bytes(map(place.__getitem__, pixels))
    lines = b"".join(b"\0" + indices[start : start + width] for start in range(0, width * height, width))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(bytes(colour) for colour in palette)),
            _chunk(b"IDAT", zlib.compress(lines, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _palette(counted: Counter[Colour]) -> tuple[list[Colour], dict[Colour, int]]:
    """Colours for the palette, and which of them stands for each colour of the picture."""
    boxes: list[list[Weighed]] = [list(counted.items())]
    while len(boxes) < min(COLOURS, len(counted)):
        widest = max(boxes, key=_weight)
        boxes.remove(widest)
        boxes += _halves(widest)
    palette = [_mean(box) for box in boxes]
    return palette, {colour: place for place, box in enumerate(boxes) for colour, _ in box}


def _weight(box: Sequence[Weighed]) -> float:
    """How much would be won by cutting a box: its longest edge, a little more where many pixels are."""
    return 0.0 if len(box) == 1 else _spread(box)[0] * sum(count for _, count in box) ** 0.12


def _spread(box: Sequence[Weighed]) -> tuple[int, int]:
    """The longest edge of a box and its channel."""
    edges = (sorted(colour[channel] for colour, _ in box) for channel in range(3))
    return max((edge[-1] - edge[0], channel) for channel, edge in enumerate(edges))


def _halves(box: Sequence[Weighed]) -> tuple[list[Weighed], list[Weighed]]:
    """A box cut where half of its edge is."""
    _, channel = _spread(box)
    values = [colour[channel] for colour, _ in box]
    middle = (min(values) + max(values)) / 2
    return [each for each in box if each[0][channel] <= middle], [each for each in box if each[0][channel] > middle]


def _mean(box: Sequence[Weighed]) -> Colour:
    """The colour that stands for a box: the one most pixels have, where one clearly leads."""
    total = sum(count for _, count in box)
    leader, count = max(box, key=lambda each: each[1])
    if 2 * count > total:
        return leader
    red, green, blue = (sum(colour[channel] * count for colour, count in box) // total for channel in range(3))
    return red, green, blue
