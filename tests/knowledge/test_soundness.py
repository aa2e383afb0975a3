"""A slip in a file of shapes stops the build and is told: file, shape, what, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.namespace import DCTERMS, RDF, SH
from rdflib.term import Node

from rsnms_kg.errors import KnowledgeError
from rsnms_kg.knowledge import package
from rsnms_kg.knowledge.regulations import shipped_regulation
from rsnms_kg.knowledge.requirements import shapes_graph
from rsnms_kg.knowledge.soundness import faults, require_sound
from rsnms_kg.knowledge.terms import RSNMS, notation
from rsnms_kg.report.shapes import compiled_shapes, general_shapes
from rsnms_kg.resources import turtle_files

SOUND = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rsnms: <https://w3id.org/rsnms/ontology#> .
@prefix req: <https://w3id.org/rsnms/requirement/> .
@prefix shape: <https://w3id.org/rsnms/shape/> .
@prefix basis: <https://w3id.org/rsnms/code/basis/> .
@prefix role: <https://w3id.org/rsnms/code/role/> .

req:PARTY-ROLE a rsnms:Requirement ;
    rsnms:family "PARTY" ;
    skos:prefLabel "Роль известна"@ru, "The role is known"@en ;
    skos:definition "Роль видна из преамбулы."@ru, "The preamble tells the role."@en ;
    rsnms:appliesTo rsnms:Agreement ;
    rsnms:concerns rsnms:Party ;
    rsnms:severity sh:Violation ;
    rsnms:basis basis:practice-consistency ;
    rsnms:remedy "Назовите роль."@ru, "Name the role."@en .

shape:PartyHasRole a sh:NodeShape ;
    sh:targetClass rsnms:Party ;
    sh:property shape:PartyHasRole-value .

shape:PartyHasRole-value a sh:PropertyShape ;
    sh:path rsnms:role ;
    sh:in ( role:ministry role:municipality role:centre ) ;
    rsnms:requirement req:PARTY-ROLE ;
    rsnms:expected "роль" ;
    rsnms:actual "нет" ;
    sh:message "У стороны нет роли."@ru, "The party has no role."@en .
"""
CONSTRAINT = "sh:in ( role:ministry role:municipality role:centre ) ;"
SHAPE, HOLDER, REQUIREMENT = "PartyHasRole-value", "PartyHasRole", "PARTY-ROLE"

# what is slipped: (words, other words), the subject that is told, words of the message
BREACHES: dict[str, tuple[tuple[str, str], str, str]] = {
    "a term that SHACL does not have": (("sh:targetClass", "sh:targetKlass"), HOLDER, "sh:targetKlass"),
    "a constraint that SHACL does not have": ((CONSTRAINT, "sh:minCuont 1 ;"), SHAPE, "minCuont"),
    "a term that our vocabulary does not have": (("sh:path rsnms:role", "sh:path rsnms:rolle"), SHAPE, "rolle"),
    "a class that our vocabulary does not have": (("sh:targetClass rsnms:Party", "sh:targetClass rsnms:Prty"),
                                                 HOLDER, "Prty"),
    "a code that no list has": (("role:centre", "role:center"), SHAPE, "role/center"),
    "a ground that no list has": (("basis:practice-consistency", "basis:habit"), REQUIREMENT, "basis/habit"),
    "a property of a vocabulary that is not ours": (
        ("rsnms:actual", "<http://example.org/actual>"), SHAPE, "http://example.org/actual"),
    "a property where a class has to stand": (
        ("sh:targetClass rsnms:Party", "sh:targetClass rsnms:role"), HOLDER, "не класс"),
    "a class where a property has to stand": (("sh:path rsnms:role", "sh:path rsnms:Party"), SHAPE, "не свойство"),
    "a shape that is switched off": ((CONSTRAINT, f"sh:deactivated true ; {CONSTRAINT}"), SHAPE, "sh:deactivated"),
    "a query in a shape": ((CONSTRAINT, "sh:sparql [] ;"), SHAPE, "sh:sparql"),
    "a broken pattern": ((CONSTRAINT, 'sh:pattern "^(" ;'), SHAPE, "sh:pattern"),
    "a count that is none": ((CONSTRAINT, 'sh:minCount "x" ;'), SHAPE, "sh:minCount"),
    "a literal that its type does not have": (
        ("rsnms:severity", 'rsnms:regionBound "yes"^^<http://www.w3.org/2001/XMLSchema#boolean> ; rsnms:severity'),
        REQUIREMENT, "rsnms:regionBound"),
    "a cyclic list": (
        (CONSTRAINT, "sh:in _:head ;"), SHAPE, "список"),
    "a list that breaks off": ((CONSTRAINT, "sh:in [ rdf:first role:centre ] ;"), SHAPE, "список"),
    "an empty list": ((CONSTRAINT, "sh:in () ;"), SHAPE, "список"),
    "a shape without a target": (("    sh:targetClass rsnms:Party ;\n", ""), HOLDER, "нет цели"),
    "a shape that nothing leads to": (
        ("sh:property shape:PartyHasRole-value", "sh:property shape:PartyHasRoll-value"), SHAPE, "не ведёт"),
    "a shape that is not described": (
        ("sh:property shape:PartyHasRole-value", "sh:property shape:PartyHasRoll-value"), HOLDER, "PartyHasRoll-value"),
    "a nameless shape": (("shape:PartyHasRole a", "[] a"), "[]", "нет имени"),
    "no path": (("    sh:path rsnms:role ;\n", ""), SHAPE, "sh:path"),
    "no constraint": ((f"    {CONSTRAINT}\n", ""), SHAPE, "ровно одно ограничение"),
    "two constraints": ((CONSTRAINT, f"sh:minCount 1 ; {CONSTRAINT}"), SHAPE, "ровно одно ограничение"),
    "a constraint beside sh:property": (("sh:property", "sh:closed true ; sh:property"), HOLDER, "форма свойства"),
    "no requirement": (("    rsnms:requirement req:PARTY-ROLE ;\n", ""), SHAPE, "одно требование"),
    "a requirement that is not there": (("rsnms:requirement req:PARTY-ROLE", "rsnms:requirement req:PARTY-ROLL"),
                                        SHAPE, "PARTY-ROLL"),
    "a message in one language": ((', "The party has no role."@en', ""), SHAPE, "message"),
    "a name in one language": (('"Роль известна"@ru, ', ""), REQUIREMENT, "prefLabel"),
    "a remedy in no language": (('"Name the role."@en', '"Name the role."'), REQUIREMENT, "remedy"),
    "nothing expected": (('    rsnms:expected "роль" ;\n', ""), SHAPE, "expected"),
    "two kinds of severity": (("sh:Violation", "sh:Violation, sh:Warning"), REQUIREMENT, "severity"),
    "an unknown severity": (("sh:Violation", "sh:Error"), REQUIREMENT, "строгость"),
    "no paper": (("    rsnms:appliesTo rsnms:Agreement ;\n", ""), REQUIREMENT, "appliesTo"),
    "no ground": (("    rsnms:basis basis:practice-consistency ;\n", ""), REQUIREMENT, "basis"),
    "another family": (('rsnms:family "PARTY"', 'rsnms:family "ROLE"'), REQUIREMENT, "группы"),
    "two ways to check": (
        ("rsnms:severity", 'rsnms:checkedBy "cited-later" ; rsnms:severity'), REQUIREMENT, "способом"),
    "no way to check": (
        ("rsnms:requirement req:PARTY-ROLE", "rsnms:requirement req:META-DATE"), REQUIREMENT, "способом"),
    "a file that is no Turtle": (("sh:in (", "sh:in {"), "Turtle", "не читается"),
}  # fmt: skip
CYCLE = "\n_:head rdf:first role:centre ; rdf:rest _:head .\n"


def written(folder: Path, text: str) -> list[Path]:
    path = folder / "shapes" / "agreement" / "roles.ttl"
    path.parent.mkdir(parents=True)
    path.write_text(text + (CYCLE if "_:head" in text else ""), encoding="utf-8")
    return [path]


def test_what_is_sound_has_no_fault(tmp_path: Path) -> None:
    assert faults(written(tmp_path, SOUND)) == []


def test_the_shapes_of_the_project_are_sound() -> None:
    assert [fault.line("ru") for fault in faults(turtle_files("shapes"))] == []


@pytest.mark.parametrize("breach", BREACHES)
def test_a_slip_is_told(tmp_path: Path, breach: str) -> None:
    (before, after), subject, words = BREACHES[breach]
    assert before in SOUND
    found = faults(written(tmp_path, SOUND.replace(before, after, 1)))
    told = [fault for fault in found if fault.subject == subject and words in fault.what.ru]
    assert told, [fault.line("ru") for fault in found]
    for fault in told:
        assert fault.file == "shapes/agreement/roles.ttl"
        assert fault.what.en.strip() and fault.remedy.ru.endswith(".") and fault.remedy.en.endswith(".")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    text = SOUND.replace("sh:path rsnms:role", "sh:path rsnms:rolle").replace("sh:Violation", "sh:Error")
    with pytest.raises(
        KnowledgeError, match=r"(?s)roles\.ttl, PARTY-ROLE: .*roles\.ttl, PartyHasRole-value: "
    ) as fault:
        require_sound(written(tmp_path, text))
    assert "Check the spelling" in fault.value.message.en


def test_nothing_is_compiled_of_shapes_with_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = written(tmp_path, SOUND.replace("sh:path rsnms:role", "sh:path rsnms:rolle"))
    monkeypatch.setattr(package, "turtle_files", lambda *names: paths)
    with pytest.raises(KnowledgeError, match="rolle"):
        package.write(tmp_path / "compiled.json")
    assert not (tmp_path / "compiled.json").exists()


# --- what is printed and served says everything ------------------------------------------------------


def told_shapes() -> dict[str, Graph]:
    """The shapes that are run, those that are printed, and those that a regulation becomes."""
    general, compiled = general_shapes(), compiled_shapes(shipped_regulation())
    return {
        "served": shapes_graph(),
        "printed": Graph().parse(data=general, format="turtle"),
        "compiled": Graph().parse(data=compiled, format="turtle"),
    }


@pytest.mark.parametrize("where", ["served", "printed", "compiled"])
def test_a_shape_has_a_name_a_message_a_severity_a_source_and_its_requirement(where: str) -> None:
    graph = told_shapes()[where]
    shapes = list(graph.subjects(RSNMS.requirement))
    assert len(shapes) > 40

    def languages(shape: Node, term: Node) -> list[str | None]:
        return sorted(text.language for text in graph.objects(shape, term))

    for shape in shapes:
        assert languages(shape, SH.name) == languages(shape, SH.message) == ["en", "ru"], notation(shape)
        assert len(list(graph.objects(shape, SH.severity))) == 1, notation(shape)
        assert (shape, DCTERMS.source, None) in graph, notation(shape)


def test_every_shape_with_a_path_is_told_completely() -> None:
    graph = shapes_graph()
    assert set(graph.subjects(RDF.type, SH.PropertyShape)) == set(graph.subjects(RSNMS.requirement))
