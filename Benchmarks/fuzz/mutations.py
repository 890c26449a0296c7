"""Ways to damage a file, each from a seeded dice: bytes, text, XML, JSON, ZIP."""

import io
import re
import zipfile

SIGNS = [b'"', b'""', b'"""', b";", b",", b"\t", b"|", b"\r", b"\n", b"\r\n", b"\0", b"\x1a", b"\xef\xbb\xbf", b"\xff\xfe",
         b"\xe9", b"\xc3", b"\xf0\x9f\x98\x80", b"sep=;\n", b" ", b"\xc2\xa0", b"'", b"=", b"-", b"\x85", b"\xe2\x80\xa8"]
VALUES = ["0", "-1", "1", "", "99999999999999999999", "1048576", "1048577", "16384", "1e308", "-1e-400", "NaN", "inf", "A1",
          "XFD1048576", "XFE1", "ZZZZZZ9", "A0", "A1:XFD1048576", "true", "s", "str", "inlineStr", "e", "d", "2147483648",
          "4294967295", "P1Y", "PT99999999H", "2019-02-31", "0.1.2", "١٢", "_xD800__xDC00_", "_x0000_", "&#0;", "&#x10FFFF;"]
MARKUP = ["<!-- </c> -->", "<![CDATA[x]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<?pi x?>", "&b;", "&#65;", "&amp;", "<x:row/>", "</row>",
          "<row>", "<c>", "</c>", "<v>1</v>", "]]>", "<", ">", "&", "\ufffe", "\u0001", "<t>x</t>", "<is>", "<si>", "</si>"]


def mutated(data, dice):
    """The bytes of a file, damaged in one way or several."""
    for _ in range(dice.choice([1, 1, 1, 2, 2, 3, 6])):
        data = one(data, dice)
    return data[:4_000_000]


def one(data, dice):
    if data[:2] == b"PK" and dice.random() < 0.85:
        return archive(data, dice)
    if data[:1] in b"{[" and dice.random() < 0.6:
        return json_text(data, dice)
    if data.lstrip()[:1] == b"<" and dice.random() < 0.8:
        return xml(data, dice)
    return dice.choice([flip, cut, doubled, sign, truncated, repeated, encoded, line, sign, line])(data, dice)


def place(data, dice):
    return dice.randrange(len(data) + 1)


def flip(data, dice):
    changed = bytearray(data)
    for _ in range(dice.choice([1, 1, 4, 20])):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(data, dice):
    start = place(data, dice)
    return data[:start] + data[start + dice.choice([1, 1, 3, 20, 1000]):]


def truncated(data, dice):
    return data[:place(data, dice)]


def doubled(data, dice):
    start = place(data, dice)
    part = data[start:start + dice.choice([1, 5, 50, 500])]
    return data[:start] + part * dice.choice([1, 2, 30]) + data[start:]


def repeated(data, dice):
    start = place(data, dice)
    return data[:start] + dice.choice(SIGNS + [b"a", b"(", b"["]) * dice.choice([10, 1_000, 70_000]) + data[start:]


def sign(data, dice):
    for _ in range(dice.choice([1, 2, 10])):
        start = place(data, dice)
        data = data[:start] + dice.choice(SIGNS) + data[start:]
    return data


def line(data, dice):
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    at = dice.randrange(len(lines))
    how = dice.randrange(5)
    if how == 0:
        lines[at] = b""
    elif how == 1:
        lines.insert(at, dice.choice(lines))
    elif how == 2:
        lines[at] = b'"' + lines[at].rstrip(b"\r\n").replace(b'"', b'""') + b'"\n'
    elif how == 3:
        lines = [each.rstrip(b"\r\n") + dice.choice([b"\r", b"\n", b"\r\n"]) for each in lines]
    else:
        old, new = dice.choice([b";", b",", b"\t"]), dice.choice([b";", b",", b"\t", b"|"])
        lines = [each.replace(old, new) for each in lines]
    return b"".join(lines)


def encoded(data, dice):
    text = data.decode("utf-8", "replace")
    return text.encode(dice.choice(["utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850", "utf-8-sig"]), "replace")


def xml(data, dice):
    text = data.decode("utf-8", "surrogateescape")
    tags = list(re.finditer(r"<[^<>]{1,400}>", text))
    if not tags:
        return flip(data, dice)
    tag = dice.choice(tags)
    start, end = tag.span()
    how = dice.randrange(8)
    if how == 0:
        text = text[:start] + text[end:]
    elif how == 1:
        text = text[:start] + tag[0] * dice.choice([2, 3, 300]) + text[end:]
    elif how == 2:
        text = text[:start] + dice.choice(tags)[0] + text[end:]
    elif how in (3, 4):
        attributes = list(re.finditer(r'="([^"]*)"', tag[0]))
        if attributes:
            first, last = dice.choice(attributes).span(1)
            text = text[:start + first] + dice.choice(VALUES) + text[start + last:]
    elif how == 5:
        text = text[:end] + dice.choice(MARKUP + VALUES) + text[end:]
    elif how == 6:
        name = re.match(r"</?([A-Za-z:]+)", tag[0])
        if name:
            text = text.replace("<" + name[1], "<x:" + name[1]).replace("</" + name[1], "</x:" + name[1])
    else:
        following = text.find("<", end)
        text = text[:end] + dice.choice(VALUES) + text[following:] if following > 0 else text
    return text.encode("utf-8", "surrogateescape")


def json_text(data, dice):
    text = data.decode("utf-8", "surrogateescape")
    tokens = list(re.finditer(r'"[^"]*"|-?[0-9.eE+]+|[\[\]{}:,]|true|false|null', text))
    if not tokens:
        return flip(data, dice)
    start, end = dice.choice(tokens).span()
    new = dice.choice(["", "[", "]", "{", "}", ",", "null", "1e999", "-0", '"x"', "[" * dice.choice([3, 2_000, 200_000]), "{}", "[]",
                       '{"type":"Point","coordinates":[1e308,-1e308]}', '"\\ud800"', "99999999999999999999", "true", text[start:end] * 2])
    return (text[:start] + new + text[end:]).encode("utf-8", "surrogateescape")


def archive(data, dice):
    """A ZIP file with a damaged part, or other parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            parts = [(entry.filename, opened.read(entry)) for entry in opened.infolist()]
    except Exception:  # what a former damage left may be anything
        return flip(data, dice)
    if not parts:
        return flip(data, dice)
    # Most damage must hit the parts that hold the cells.
    weights = [8 if re.search(r"sheet|sharedStrings|content|styles", name) else 1 for name, _ in parts]
    at = dice.choices(range(len(parts)), weights)[0]
    name, content = parts[at]
    how = dice.randrange(20)
    if how < 12:
        for _ in range(dice.choice([1, 1, 3])):
            content = xml(content, dice) if content.lstrip()[:1] == b"<" else flip(content, dice)
        parts[at] = (name, content)
    elif how < 14:
        parts[at] = (name, dice.choice([flip, cut, truncated, sign, encoded, repeated])(content, dice))
    elif how == 14:
        del parts[at]
    elif how == 15:
        parts.append((name, dice.choice(parts)[1]))
    elif how == 16:
        parts[at] = (dice.choice([name.upper(), "/" + name, name.replace("/", "\\"), "../" + name, name + "x"]), content)
    elif how == 17:
        parts[at] = (name, grown(content, dice))
    else:
        return flip(rezipped(parts, dice), dice)
    return rezipped(parts, dice)


def grown(content, dice):
    """A part with its middle repeated many times."""
    start = place(content, dice)
    return content[:start] + content[start:start + 200] * dice.choice([100, 10_000, 100_000]) + content[start:]


def rezipped(parts, dice):
    output = io.BytesIO()
    import warnings

    warnings.simplefilter("ignore")
    with zipfile.ZipFile(output, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, compresslevel=1)
    return output.getvalue()
