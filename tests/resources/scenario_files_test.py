# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenario files against their schema, and against what the house promises of every scenario that ships."""

import copy
import json
import pathlib
import re
import unittest

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHIPPED = sorted(p for p in (ROOT / "resources/scenarios").glob("*.json") if not p.name.endswith(".schema.json"))
EXPERIMENTS = sorted((ROOT / "resources/scenarios/experiments").glob("*.json"))
FOR_TESTS = sorted((ROOT / "tests/data").glob("scenario-*.json"))
SCHEMA = json.loads((ROOT / "resources/scenarios/scenario.schema.json").read_text())
EXPERIMENT_SCHEMA = json.loads((ROOT / "resources/scenarios/experiment.schema.json").read_text())
HANGUL = re.compile("[\uac00-\ud7a3]")


def no_duplicate_keys(pairs):
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), f"a name stands twice: {names}"
    return dict(pairs)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_duplicate_keys)


def problems_by(schema, document):
    resolver = jsonschema.RefResolver.from_schema(schema, store={SCHEMA["$id"]: SCHEMA})
    validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
    return [f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(document)]


def problems(document):
    return problems_by(EXPERIMENT_SCHEMA if document.get("kind") == "experiment" else SCHEMA, document)


def texts(node):
    """Every {en, ko} below this node."""
    if isinstance(node, dict):
        if "en" in node and "ko" in node:
            yield node
        for child in node.values():
            yield from texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from texts(child)


def at(scenario, pointer):
    for part in pointer.lstrip("/").split("/"):
        scenario = scenario[int(part)] if isinstance(scenario, list) else scenario[part]
    return scenario


class ScenarioFiles(unittest.TestCase):
    def each(self, paths, check):
        for path in paths:
            with self.subTest(path.name):
                check(path, read(path))

    def test_there_are_scenarios_to_check(self):
        self.assertGreaterEqual(len(SHIPPED), 12)
        self.assertGreaterEqual(len(EXPERIMENTS), 1)

    def test_the_schema_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)
        jsonschema.Draft202012Validator.check_schema(EXPERIMENT_SCHEMA)

    def test_all_files_follow_the_schema(self):
        def check(_, scenario):
            self.assertEqual(problems(scenario), [])

        self.each(SHIPPED + EXPERIMENTS + FOR_TESTS, check)

    def test_a_file_is_named_as_its_scenario(self):
        def check(path, scenario):
            self.assertEqual(path.stem, scenario["id"])

        self.each(SHIPPED + EXPERIMENTS, check)

    def test_lessons_have_60_to_200_words_in_both_languages(self):
        def check(_, scenario):
            for language in ("en", "ko"):
                words = sum(len(paragraph[language].split()) for paragraph in scenario["lesson"])
                self.assertGreaterEqual(words, 60, language)
                self.assertLessEqual(words, 200, language)

        self.each(SHIPPED + EXPERIMENTS, check)

    def test_lessons_point_at_steps_that_exist(self):
        def check(_, scenario):
            for paragraph in scenario["lesson"]:
                if "step" in paragraph:
                    self.assertIsInstance(at(scenario, paragraph["step"]), dict)

        self.each(SHIPPED, check)

    def test_korean_is_korean_and_english_is_not(self):
        def check(_, scenario):
            for text in texts(scenario):
                self.assertNotRegex(text["en"], HANGUL)
                if text["ko"] != text["en"]:
                    self.assertRegex(text["ko"], HANGUL)

        self.each(SHIPPED + EXPERIMENTS, check)

    def test_every_scenario_has_presets_a_view_with_caption_claims_and_documents(self):
        def check(_, scenario):
            self.assertIn("document", scenario["presets"])
            self.assertIn("quick", scenario["presets"])
            self.assertIn("caption", scenario["view"])
            self.assertTrue(scenario["claims"])
            if scenario["topic"] != "classics":  # the documents lead to them but do not have them
                self.assertTrue(scenario["documents"])

        self.each(SHIPPED + EXPERIMENTS, check)

    def test_presets_set_parameters_that_exist_within_their_bounds(self):
        def check(_, scenario):
            for values in scenario["presets"].values():
                for name, value in values.items():
                    parameter = scenario["parameters"][name]
                    if parameter["type"] == "int":
                        self.assertTrue(parameter["min"] <= value <= parameter["max"], name)
                    if parameter["type"] == "choice":
                        self.assertIn(value, parameter["choices"])

        self.each(SHIPPED, check)

    def test_ids_of_claims_and_places_in_the_gallery_are_used_once(self):
        places = {}
        def check(path, scenario):
            ids = [claim["id"] for claim in scenario["claims"]]
            self.assertEqual(len(ids), len(set(ids)))
            place = (scenario["topic"], scenario["order"])
            self.assertNotIn(place, places)
            places[place] = path.name

        self.each(SHIPPED + EXPERIMENTS, check)

    def test_experiments_run_a_scenario_that_ships(self):
        ids = {path.stem for path in SHIPPED}

        def check(_, experiment):
            scenario = experiment["scenario"]
            known = ids | {scenario["id"]} if isinstance(scenario, dict) else ids
            usual = scenario["id"] if isinstance(scenario, dict) else scenario
            self.assertIn(usual, known)
            for variant in experiment.get("variants", []):
                self.assertIn(variant.get("scenario", usual), known)

        self.each(EXPERIMENTS, check)


class TheSchema(unittest.TestCase):
    """Each of these breaks one thing in a file that is in order."""

    def setUp(self):
        self.scenario = copy.deepcopy(read(ROOT / "resources/scenarios/sum.json"))
        self.steps = self.scenario["functions"]["main"]["steps"]

    def refused(self):
        self.assertNotEqual(problems(self.scenario), [])

    def test_refuses_two_verbs_in_one_step(self):
        self.steps.append({"print": "a", "join": "crew"})
        self.refused()

    def test_refuses_a_step_without_a_verb(self):
        self.steps.append({"label": "nothing"})
        self.refused()

    def test_refuses_a_map_without_pool_and_function(self):
        self.steps.append({"map": {"over": []}})
        self.refused()

    def test_refuses_an_unknown_argument(self):
        self.steps.append({"sleep": {"seconds": 1}})
        self.refused()

    def test_refuses_a_missing_argument(self):
        self.steps.append({"put": {"to": "result"}})
        self.refused()

    def test_refuses_a_parameter_without_bounds(self):
        del self.scenario["parameters"]["n"]["max"]
        self.refused()

    def test_refuses_a_claim_with_two_bands(self):
        self.scenario["claims"][0]["above"] = 1
        self.refused()

    def test_refuses_a_text_in_one_language_only(self):
        del self.scenario["title"]["ko"]
        self.refused()

    def test_refuses_another_version_of_the_format(self):
        self.scenario["threadline"] = 2
        self.refused()


class TheSchemaOfExperiments(unittest.TestCase):
    """Each of these breaks one thing in a file that is in order."""

    def setUp(self):
        self.experiment = copy.deepcopy(read(ROOT / "resources/scenarios/experiments/sum-compare.json"))

    def refused(self):
        self.assertNotEqual(problems(self.experiment), [])

    def test_takes_a_sweep_and_a_whole_scenario(self):
        del self.experiment["variants"]
        self.experiment["vary"] = {"workers": [1, 2, 4], "runtime": ["thread", "process"]}
        self.experiment["scenario"] = read(ROOT / "resources/scenarios/sum.json")
        self.assertEqual(problems(self.experiment), [])

    def test_refuses_what_the_program_refuses_by_its_structure(self):
        # Beyond a schema: ids and keys given twice, and text that is no JSON.
        beyond = {"claim-id-twice", "variant-id-twice", "cut-off", "key-twice"}
        for path in sorted((ROOT / "tests/data/broken_experiments").glob("*.json")):
            if path.stem in beyond:
                continue
            with self.subTest(path.stem):
                self.assertNotEqual(problems_by(EXPERIMENT_SCHEMA, json.loads(path.read_text(encoding="utf-8"))), [])

    def test_refuses_both_variants_and_vary(self):
        self.experiment["vary"] = {"workers": [1, 2]}
        self.refused()

    def test_refuses_three_sweeps(self):
        del self.experiment["variants"]
        self.experiment["vary"] = {"a": [1], "b": [1], "c": [1]}
        self.refused()


if __name__ == "__main__":
    unittest.main()
