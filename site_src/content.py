"""What is on disk, parsed: `content/`, and the dumps a command names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from site_src.addresses import own_slug
from site_src.digests import DatedDump, check_digests, date_dumps, derive_dates
from site_src.errors import InputError, Place, Problem
from site_src.filenames import TAKEN, check_digest_names, check_slugs
from site_src.files import PARTS, check_left_out, find_texts, read_dumps, read_text, read_texts
from site_src.frontmatter import parse_config, parse_paper, parse_technique, parse_text_page, parse_thesaurus
from site_src.models import Dump, Paper, Scores, SiteConfig, Technique, TextPage, Thesaurus, Vocabulary
from site_src.papers.claims import check_one_page_each
from site_src.readers import read_dump
from site_src.results.parse import parse_results
from site_src.results.vocabulary import make_vocabulary
from site_src.scores import parse_scores

Parsed = TypeVar("Parsed")
Raw = TypeVar("Raw", str, bytes)

THESAURUS = "thesaurus.yml"
RESULTS = "results.yml"
SCORES = "scores.json"  # in the folder of the content; written by the command score


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """`content/`, parsed: the taxonomy in its order, the papers with their pages' texts by slug, all warnings.

    `removed` are tombstones: they only keep dumps from bringing their papers back.
    `vocabulary` is the general one, `thesaurus` is {} and `scores` are None where there is no such file.
    """

    config: SiteConfig
    taxonomy: tuple[Technique, ...]
    papers: tuple[Paper, ...]
    removed: tuple[Paper, ...] = ()
    texts: Mapping[str, str]
    digest_pages: Mapping[str, TextPage]
    text_pages: tuple[TextPage, ...]
    vocabulary: Vocabulary
    thesaurus: Thesaurus
    scores: Scores | None
    problems: tuple[Problem, ...]


def read_content(folder: Path, *, with_papers: bool = True) -> Content:
    """All of the folder. Raises InputError naming every file and line that is wrong, not only the first."""
    config_path = folder / "site.yml"
    if not config_path.exists():
        cure = "run this in a digest's folder, name one with --content, or begin one with 'distillate init'"
        raise InputError(Problem(Place(str(config_path)), "no such file, so no digest", cure))
    configs, *zeroth = _parse_each({str(config_path): read_text(config_path)}, parse_config)
    found = {name: find_texts(folder / name) for name in PARTS if with_papers or name != "papers"}
    found |= {name: _find_file(folder, name) for name in (SCORES, THESAURUS, RESULTS)}
    texts, techniques, digests, pages = (found[name][0] if name in found else {} for name in PARTS)
    taxonomy, *first = _parse_each(techniques, parse_technique)
    digest_pages, *second = _parse_each(digests, parse_text_page)
    text_pages, *third = _parse_each(pages, parse_text_page)
    papers, *fourth = _parse_each(texts, parse_paper)
    scores, *fifth = _parse_each(found[SCORES][0], parse_scores)
    thesauri, *sixth = _parse_each(found[THESAURUS][0], parse_thesaurus)
    vocabularies, *seventh = _parse_each(found[RESULTS][0], parse_results)
    left_out = [one for name in PARTS for one in check_left_out(folder / name)]
    rest = (zeroth, first, second, third, fourth, fifth, sixth, seventh)
    errors = [*check_slugs(texts), *check_slugs(techniques), *check_slugs(pages, TAKEN), *check_digest_names(digests)]
    errors += [error for _, unread in found.values() for error in unread]
    errors += [error for _, errors in rest for error in errors]
    errors += check_one_page_each(papers)
    if errors:
        raise InputError(errors)
    return Content(
        config=configs[0],
        taxonomy=tuple(sorted(taxonomy, key=lambda technique: (technique.order, technique.slug))),
        papers=tuple(derive_dates(paper, configs[0].digests) for paper in papers if not paper.removed),
        removed=tuple(derive_dates(paper, configs[0].digests) for paper in papers if paper.removed),
        texts={Path(path).stem: text for path, text in texts.items()},
        digest_pages={page.slug: page for page in digest_pages},
        text_pages=text_pages,
        vocabulary=next(iter(vocabularies), None) or make_vocabulary(),
        thesaurus=next(iter(thesauri), {}),
        scores=next(iter(scores), None),
        problems=(
            *left_out,
            *(warning for warnings, _ in rest for warning in warnings),
            *check_digests(papers, configs[0].digests),
        ),
    )


def read_papers(folder: Path) -> tuple[tuple[Paper, ...], dict[str, str]]:
    """The pages of papers and their texts by slug, even where two are of one paper. Raises InputError."""
    texts = read_texts(folder / "papers")
    papers, _, errors = _parse_each(texts, parse_paper)
    if errors:
        raise InputError(errors)
    return papers, {Path(path).stem: text for path, text in texts.items()}


def _find_file(folder: Path, name: str) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """{path: text} of a file that need not be there, and why it cannot be read."""
    texts, unread = find_texts(folder, name)
    own = {path: text for path, text in texts.items() if Path(path).name == name}
    return own, tuple(problem for problem in unread if Path(problem.place.file).name == name)


def _parse_each(
    contents: Mapping[str, Raw], parse: Callable[[Raw, str], tuple[Parsed, tuple[Problem, ...]]]
) -> tuple[tuple[Parsed, ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """(values, warnings, errors)."""
    values: list[Parsed] = []
    warnings: list[Problem] = []
    errors: list[Problem] = []
    for path, content in contents.items():
        try:
            value, problems = parse(content, path)
        except InputError as error:
            errors += error.problems
        else:
            values.append(value)
            warnings += problems
    return tuple(values), tuple(warnings), tuple(errors)


def load_dumps(
    paths: Iterable[Path], config: SiteConfig, form: str | None = None
) -> tuple[tuple[DatedDump, ...], tuple[Problem, ...]]:
    """The dumps, dated, in order of digest and file name, with all warnings. Raises InputError for all bad ones.

    `form` is the name of the reader that is to read them.
    """

    def read(content: bytes, path: str) -> tuple[Dump, tuple[Problem, ...]]:
        dump = read_dump(content, path, form)
        return dump, dump.problems

    files, others, unread = read_dumps(paths)
    contents, copies = _drop_copies(files)
    dumps, warnings, errors = _parse_each(contents, read)
    if unread or errors:
        raise InputError((*unread, *errors))
    named = tuple(_name_own(dump, config.base_url) for dump in dumps)
    dated, impossible = date_dumps(named, config.digests)
    return dated, (*others, *copies, *warnings, *impossible)


def _name_own(dump: Dump, base_url: str) -> Dump:
    """The dump with slugs for the entries whose address is a page of this site: what it exported comes back."""
    slugs = [own_slug(entry.address, base_url) for entry in dump.entries]
    if not any(slugs):
        return dump
    named = (
        replace(entry, slug=slug, address="") if slug else entry
        for entry, slug in zip(dump.entries, slugs, strict=True)
    )
    return replace(dump, entries=tuple(named))


def _drop_copies(contents: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files without copies of one another. Raises InputError for two different files of one name."""
    kept: dict[bytes, str] = {}
    names: dict[str, str] = {}
    warnings, errors = [], []
    for path, content in contents.items():
        if content in kept:
            warnings.append(Problem(Place(path), f"the same dump as {kept[content]}", "read once"))
            continue
        kept[content] = path
        if (other := names.setdefault(Path(path).name, path)) != path:
            seen = f"another dump than {other} under the same file name"
            errors.append(Problem(Place(path), seen, "rename one: pages name a dump by its file name"))
    if errors:
        raise InputError(errors)
    return {path: content for content, path in kept.items()}, tuple(warnings)
