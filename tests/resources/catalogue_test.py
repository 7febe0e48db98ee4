# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue as a whole: each listing and claim of the documents has its scenario or experiment, and each of these
has all that makes it understood without help, in both languages.

tests/data/document_ids.json holds the ids of the documents' listings and claims. Its `not_yet` are those whose scenarios
are still to come: an id that has one must leave it, so that the list can only shrink."""

import copy
import json
import pathlib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources/scenarios"
FILES = sorted(p for p in FOLDER.glob("*.json") if not p.name.endswith(".schema.json"))
EXPERIMENTS = sorted((FOLDER / "experiments").glob("*.json"))
LANGUAGES = ("en", "ko")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def lacks(text):
    """The languages in which this text says nothing."""
    return [language for language in LANGUAGES if not (text or {}).get(language, "").strip()]


def missing(scenario):
    """What of the things that a person needs is not there, a word for each and its language."""
    lesson, view, claims = scenario.get("lesson"), scenario.get("view"), scenario.get("claims")
    gaps = [f"title, {language}" for language in lacks(scenario.get("title"))]
    for number, paragraph in enumerate(lesson if isinstance(lesson, list) else [lesson]):
        gaps += [f"lesson {number}, {language}" for language in lacks(paragraph)]
    if not lesson:
        gaps.append("lesson")
    # The picture of an experiment is that of its runs; a sweep's is a chart, which has no range.
    if not view or (scenario.get("kind") != "experiment" and not view.get("range")):
        gaps.append("view")
    gaps += [f"caption, {language}" for language in lacks((view or {}).get("caption"))]
    for claim in claims or []:
        gaps += [f"claim {claim['id']}, {language}" for language in lacks(claim.get("text"))]
    if not claims:
        gaps.append("claim")
    return gaps


class TheDocuments(unittest.TestCase):
    def setUp(self):
        data = read(ROOT / "tests/data/document_ids.json")
        self.ids, self.not_yet = data["ids"], data["not_yet"]
        self.named = {}
        for path in FILES + EXPERIMENTS:
            for name in read(path).get("documents", []):
                self.named.setdefault(name, []).append(path.stem)

    def test_the_ids_are_those_of_five_documents_and_an_article(self):
        self.assertEqual(len(self.ids), len(set(self.ids)))
        counts = {prefix: sum(name.startswith(prefix + "-") for name in self.ids)
                  for prefix in ("S0", "S1", "S2", "S3", "S4", "RP")}
        self.assertEqual(counts, {"S0": 8, "S1": 10, "S2": 8, "S3": 13, "S4": 21, "RP": 6})

    def test_no_file_names_an_id_that_no_document_has(self):
        self.assertEqual({name: files for name, files in self.named.items() if name not in self.ids}, {})

    def test_every_listing_and_claim_has_a_scenario_or_an_experiment(self):
        without = [name for name in self.ids if name not in self.named and name not in self.not_yet]
        self.assertEqual(without, [])

    def test_what_has_its_scenario_is_not_said_to_be_still_missing(self):
        self.assertEqual([name for name in self.not_yet if name in self.named or name not in self.ids], [])


class WhatAPersonNeeds(unittest.TestCase):
    def test_no_scenario_or_experiment_is_without_lesson_view_caption_or_claim_in_either_language(self):
        self.assertGreaterEqual(len(FILES), 21)
        self.assertEqual({path.stem: missing(read(path)) for path in FILES + EXPERIMENTS if missing(read(path))}, {})

    def test_each_missing_thing_is_noticed(self):
        whole = read(FOLDER / "thread-list.json")
        self.assertEqual(missing(whole), [])
        for part in ("title", "lesson", "view", "claims"):
            with self.subTest(part):
                self.assertNotEqual(missing({key: value for key, value in whole.items() if key != part}), [])
        for language in LANGUAGES:
            for path in (("title",), ("lesson", 1), ("view", "caption"), ("claims", 0, "text")):
                with self.subTest(f"{path} {language}"):
                    broken = copy.deepcopy(whole)
                    place = broken
                    for step in path:
                        place = place[step]
                    place[language] = " "
                    self.assertEqual(len(missing(broken)), 1)


if __name__ == "__main__":
    unittest.main()
