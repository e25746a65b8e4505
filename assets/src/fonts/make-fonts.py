#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the kiosk's font files from Inter (OFL 1.1), once, at asset-making time.

JavaFX cannot switch on font features, so the tabular figures (tnum) and the tailed l (cv05) are made the default glyphs:
the character map points at them directly. Everything but Latin, punctuation and the few symbols of the screen is dropped.

    pip install fonttools
    apt-get download fonts-inter && dpkg-deb -x fonts-inter_*.deb inter
    make-fonts.py inter/usr/share/fonts/opentype/inter ../main/resources/org/pigenny/assets/fonts
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = {"Regular": "", "Medium": " Medium", "SemiBold": " SemiBold"}
BAKED = ("tnum", "cv05")
FAMILY = "PiGenny Sans"
CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2009, 0x200A, 0x202F, *range(0x2010, 0x2016),
              *range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122,
              *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25BC, 0x25CF, 0x2713, 0x2715]


def substitutions(font, feature):
    gsub = font["GSUB"].table
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == feature:
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    yield from getattr(table, "ExtSubTable", table).mapping.items()


def bake(font):
    for feature in BAKED:
        swap = dict(substitutions(font, feature))
        for table in font["cmap"].tables:
            for code, glyph in table.cmap.items():
                table.cmap[code] = swap.get(glyph, glyph)


def name(font, weight):
    family = FAMILY + WEIGHTS[weight]
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
    for name_id, text in {1: family, 2: "Regular", 3: family, 4: family, 6: family.replace(" ", "")}.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
        font["name"].setName(text, name_id, 1, 0, 0)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [family.replace(" ", "")]
        top = cff.topDictIndex[0]
        top.FullName = family
        top.FamilyName = family
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


def main(source, target):
    for weight in WEIGHTS:
        font = TTFont(Path(source) / f"Inter-{weight}.otf")
        bake(font)
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk"]
        options.name_IDs = ["*"]
        options.notdef_outline = True
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=CHARACTERS)
        cutter.subset(font)
        name(font, weight)
        font.save(Path(target) / f"PiGennySans-{weight}.otf")


main(*sys.argv[1:3])
