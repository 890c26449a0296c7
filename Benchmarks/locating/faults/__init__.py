"""How people and administrations write addresses otherwise than the base does: one file for each part of an address.

A fault is a function that changes a `Written` and tells whether it could. Faults of `sense` and `letters` take
something away that must be guessed again; the others only write the same thing in another way. They are done in the
order of the stages.
"""

import dataclasses

import french

STAGES = ["sense", "letters", "writing", "number", "commune", "addition"]
ALL = {}


@dataclasses.dataclass
class Written:
    """An address while it is being written."""

    address: object
    base: object
    street: str
    number: str
    postcode: str
    city: str
    citycode: str = ""
    before: list = dataclasses.field(default_factory=list)
    after: list = dataclasses.field(default_factory=list)
    last: list = dataclasses.field(default_factory=list)
    turned: str = ""
    numbers: list = dataclasses.field(default_factory=list)
    glued: bool = False

    @classmethod
    def of(cls, address, base):
        return cls(address, base, french.repaired(address.street), address.housenumber, address.postcode, address.city,
                   numbers=[address.housenumber])


@dataclasses.dataclass(frozen=True)
class Fault:
    name: str
    stage: str
    damage: object


def fault(name, stage):
    def register(damage):
        ALL[name] = Fault(name, stage, damage)
        return damage
    return register


from . import additions, communes, letters, naming, numbers, shortening  # noqa: E402,F401
