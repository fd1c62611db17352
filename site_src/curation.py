"""What people decide of pages: two are of one paper, one is to have another address, a paper is to go.

Each plan says what to write and what to delete; nothing is written here. A plan leaves no page in another's way.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path

from site_src.errors import InputError, Place, Problem
from site_src.filenames import is_slug
from site_src.frontmatter import bury_page, extend_body, extend_page, move_page, parse_paper
from site_src.models import Paper, StatedResult
from site_src.papers.claims import check_one_page_each
from site_src.papers.completing import merge_papers
from site_src.papers.titles import fold_text, fold_title

_SHOWN = 60  # characters of what is not kept
# Of these all is kept, or told otherwise.
_NOT_LOST = frozenset(
    ("slug", "place", "title", "notes", "seen_in", "aliases", "redirect_from", "distinct_from", "categories", "links")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Pages to write by path, pages to delete after that, and what is not kept of these."""

    texts: Mapping[Path, str]
    deleted: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of papers and their texts by slug."""

    papers: Sequence[Paper]
    texts: Mapping[str, str]

    def find(self, named: str) -> Paper:
        """The page of a slug, or of a file's name. Raises InputError with what may be meant."""
        slug = Path(named).name.removesuffix(".md")
        for paper in self.papers:
            if paper.slug == slug:
                return paper
        raise InputError(Problem(Place(named), "no page of a paper", self._guess(slug)))

    def _guess(self, slug: str) -> str:
        moved = [paper.slug for paper in self.papers if slug in paper.redirect_from]
        near = moved or get_close_matches(slug, [paper.slug for paper in self.papers])
        return f"did you mean {' or '.join(near)}?" if near else "name a page by its file name without .md"


# ---- merging


def plan_merge(pages: Pages, named: str, other_named: str) -> Change:
    """Both papers in the page of the first: what it says stands, and nothing of the other is lost without a word.

    Raises InputError where a page says that the two are distinct, or is a tombstone.
    """
    page, other = pages.find(named), pages.find(other_named)
    _check_mergeable(page, other)
    merged = _merge(page, other)
    text = extend_page(pages.texts[page.slug], merged)
    text = extend_body(text, summary=other.summary, notes=other.notes)
    change = Change(
        texts={Path(page.place.file): text},
        deleted=(Path(other.place.file),),
        problems=tuple(_name_lost(merged, page, other)),
    )
    return _check_change(change, pages)


def _check_mergeable(page: Paper, other: Paper) -> None:
    place = Place(other.place.file)
    if page is other:
        raise InputError(Problem(place, "the same page twice", "name two pages"))
    for one, two in ((page, other), (other, page)):
        if one.removed:
            cure = "take 'removed' out of it first, or remove the other page, too"
            raise InputError(Problem(Place(one.place.file), "a removed paper", cure))
        if one.arxiv and two.arxiv and one.arxiv != two.arxiv:
            seen = f"the arXiv id {one.arxiv}, where {two.slug}.md has {two.arxiv}"
            cure = f"correct the wrong one; or, as dumps would bring it back, 'distillate remove {other.slug}'"
            raise InputError(Problem(Place(one.place.file), seen, cure))
        if two.slug in one.distinct_from:
            seen = f"says that it is distinct_from {two.slug}"
            raise InputError(Problem(Place(one.place.file), seen, "take that out if they are one paper"))


def _merge(page: Paper, other: Paper) -> Paper:
    merged = merge_papers(page, other)
    known = {fold_title(title) for title in (page.title, *page.aliases)}
    titles = [title for title in (other.title, *other.aliases) if fold_title(title) not in known]
    addresses = (*page.redirect_from, other.slug, *other.redirect_from)
    return replace(
        merged,
        aliases=tuple(dict.fromkeys((*page.aliases, *titles))),
        redirect_from=tuple(slug for slug in dict.fromkeys(addresses) if slug != page.slug),
        seen_in=tuple(sorted({*page.seen_in, *other.seen_in})),
    )


def _name_lost(merged: Paper, page: Paper, other: Paper) -> Iterator[Problem]:
    """A warning for each fact of the other page that is not in the merged one."""
    for fact in fields(other):
        lost, kept = getattr(other, fact.name), getattr(merged, fact.name)
        same = lost in {kept, fact.default} if isinstance(lost, str | None) else lost in (kept, fact.default)
        if fact.name in _NOT_LOST or same or (fact.name == "abstract" and fold_text(lost) == fold_text(kept)):
            continue
        seen = f"{fact.name}: '{_shorten(lost)}' is not kept"
        cure = f"{page.slug}.md says '{_shorten(kept)}'; change it there if that is wrong"
        yield Problem(Place(other.place.file), seen, cure)


def _shorten(fact: object) -> str:
    said = ", ".join(map(_say, fact)) if isinstance(fact, tuple) else str(fact)
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"


def _say(fact: object) -> str:
    return f"{fact.value} {fact.metric}" if isinstance(fact, StatedResult) else str(fact)


# ---- renaming and removing


def plan_rename(pages: Pages, named: str, new: str) -> Change:
    """The page at another address, to which the old one leads. Raises InputError where that is none, or not free."""
    page = pages.find(named)
    new = new.removesuffix(".md")
    if not is_slug(new):
        cure = "take 1 to 80 small letters, digits and single hyphens"
        raise InputError(Problem(Place(new), "no address", cure))
    path = Path(page.place.file).with_name(f"{new}.md")
    text = move_page(pages.texts[page.slug], page.slug, new)
    if new == page.slug or (new in pages.texts and pages.texts[new] != text):
        raise InputError(Problem(Place(str(path)), "there already", "name another address, or merge the two pages"))
    return _check_change(Change(texts={path: text}, deleted=(Path(page.place.file),)), pages)


def plan_remove(pages: Pages, named: str, reason: str) -> Change:
    """The page as a tombstone. Raises InputError where it is one, or without a reason."""
    page = pages.find(named)
    place = Place(page.place.file)
    if page.removed:
        raise InputError(Problem(place, f"removed already: {page.removed}", "change the reason in the page"))
    if not reason.strip():
        raise InputError(Problem(place, "no reason", "say why, as --reason 'withdrawn by its authors'"))
    text = bury_page(pages.texts[page.slug], " ".join(reason.split()))
    return _check_change(Change(texts={Path(page.place.file): text}), pages)


def _check_change(change: Change, pages: Pages) -> Change:
    """The change. Raises InputError where a page of it cannot be read, or takes what is another's."""
    written = [parse_paper(text, str(path))[0] for path, text in change.texts.items()]
    gone = {str(path) for path in (*change.deleted, *change.texts)}
    rest = [paper for paper in pages.papers if paper.place.file not in gone]
    before = set(check_one_page_each(pages.papers))
    fresh = [problem for problem in check_one_page_each([*rest, *written]) if problem not in before]
    if fresh:
        raise InputError(fresh)
    return change
