"""How an address stands in a file: in columns or on a line, in capitals or not."""

import french

CASES = ["as it is", "as it is", "capitals without accents", "capitals without accents", "capitals without accents", "capitals", "small without accents"]
LAYOUTS = ["columns", "columns", "columns", "columns with INSEE code", "line", "line with commas"]


def recased(text, how):
    if how == "as it is":
        return text
    text = text if how == "capitals" else french.bare(text)
    return text.lower() if how.startswith("small") else text.upper()


def cells(written, dice):
    """The cells of one row, and what the way of writing adds to its faults."""
    layout, how = dice.choice(LAYOUTS), dice.choice(CASES)
    between = dice.choice([" ", " ", ", ", " - "])
    street = " ".join(filter(None, [written.number, written.street]))
    address = between.join([*written.before, street, *written.after])
    city = " ".join([written.city, *written.last]) if written.city else " ".join(written.last)
    if written.glued:
        city, postcode = written.postcode + city, ""
    else:
        postcode = written.postcode
    insee = written.address.citycode if layout == "columns with INSEE code" else ""
    if layout.startswith("line"):
        comma = ", " if layout == "line with commas" else " "
        address, postcode, city = comma.join(filter(None, [address, " ".join(filter(None, [postcode, city]))])), "", ""
    row = {"adresse": recased(address, how), "code_postal": postcode, "ville": recased(city, how), "code_insee": insee}
    return row, [fault for fault in (layout if layout != "columns" else "", how if how != "as it is" else "") if fault]
