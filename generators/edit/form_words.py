"""The words of the form, in one language: what its buttons say, and what it finds wrong, in the words of the
rules of ``checks``.
"""

from __future__ import annotations

from generators.translate.localizer import Localizer


def words(localizer: Localizer) -> dict[str, str]:
    """The words by the names that ``answers/edit.js`` and its modules use."""
    ui = localizer.gettext
    return {
        "colon": localizer.colon,
        "comma": localizer.enumeration,
        **_choosing(localizer),
        **_filling(localizer),
        **_wrong(localizer),
        "changes": ui("What changes in the file"),
        "unchanged": ui("Nothing has been changed yet."),
        "mend": ui("To be mended first"),
        "sound": ui("The form finds nothing wrong. The whole file is checked once it is handed in."),
        "hand": ui("Hand it in"),
        "copy": ui("Copy the file"),
        "copydiff": ui("Copy the difference"),
        "copied": ui("Copied."),
        "download": ui("Download the file"),
        "host": ui("Open it on the code host"),
        "paste": ui("There, put the copied file in the place of the whole text, and propose the change."),
        "mail": ui("Send the difference by mail"),
        "draft": ui("Keep a draft in this tab"),
        "kept": ui("A draft of this file is kept in this tab until you close it."),
        "resume": ui("Go on with the draft"),
        "discard": ui("Discard the draft"),
        "undo": ui("Undo all changes"),
    }


def _choosing(localizer: Localizer) -> dict[str, str]:
    ui = localizer.gettext
    return {
        "which": ui("Which file?"),
        "open": ui("Open"),
        "begin": ui("Begin a new file"),
        "nofile": ui("No record, mechanism or item is called that. Choose one from the list."),
        "fail": ui("The file could not be loaded."),
        "typed": ui("Texts are typed in the language of the file"),
        "folder": ui("Folder of the mechanism"),
        "file": ui("Name in the address"),
        "fileabout": ui("Short, and for good: the page and its file are called by it."),
        "taken": ui("There is a file of this name already."),
    }


def _filling(localizer: Localizer) -> dict[str, str]:
    ui = localizer.gettext
    return {
        "needed": ui("needed"),
        "more": ui("More fields"),
        "add": ui("Add"),
        "remove": ui("Remove"),
        "up": ui("Move up"),
        "down": ui("Move down"),
        "search": ui("Search in these lines"),
        "choose": ui("Choose"),
        "yes": ui("yes"),
        "no": ui("no"),
        "line": ui("New line"),
        "words": ui("{n} of {limit} words"),
        "shape": ui("YYYY, YYYY-MM or YYYY-MM-DD"),
    }


def _wrong(localizer: Localizer) -> dict[str, str]:
    ui = localizer.gettext
    return {
        "missing": ui("missing"),
        "date": ui("not a date; expected YYYY, YYYY-MM or YYYY-MM-DD"),
        "calendar": ui("this day does not exist in the calendar"),
        "year": ui("check the year: no record speaks of one before {year}"),
        "coming": ui("a day to come; check the year"),
        "exact": ui("not a day; expected YYYY-MM-DD"),
        "long": ui("{n} words; {limit} at most: shorten it"),
        "letters": ui("{n} letters; {limit} at most: shorten it"),
        "digits": ui("expected a number of at most {n} digits"),
        "whole": ui("expected a whole number in plain digits"),
        "code": ui("not in the list: choose one of its entries"),
        "state": ui("no State's code: choose one from the list"),
        "reference": ui("no record or mechanism is called that: choose one from the list"),
        "language": ui("no language tag; expected one such as fr or pt-BR"),
        "id": ui("no id: lower-case letters, digits and single hyphens"),
        "address": ui("expected an address such as https://example.org/text"),
        "html": ui("raw HTML; write plain text"),
        "twice": ui("stands twice; keep one of them"),
        "account": ui("expected an account or team of the code host without @, such as a-body/editors"),
    }
