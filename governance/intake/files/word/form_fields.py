"""Form fields and content controls of a Word document: what is chosen, ticked or typed in them."""

from xml.etree.ElementTree import Element

from governance.intake.files.word.archive import children
from governance.intake.files.word.names import attribute, child, is_on, local_name, whole_number

TICKED, OPEN = "☒", "☐"
_FORMS = frozenset({"dropDownList", "comboBox", "date", "checkbox"})
_LISTS = ("dropDownList", "comboBox")


def chosen(form: Element | None) -> str:
    """What a field of the older kind shows by what is stored with it (w:ffData): the entry chosen
    of a list, a box ticked or open, the usual text.
    """
    for each in children(form):
        match local_name(each):
            case "ddList":
                return _entry(each)
            case "checkBox":
                state = child(each, "checked")
                is_ticked = is_on(child(each, "default") if state is None else state)
                return TICKED if is_ticked else OPEN
            case "textInput":
                return attribute(child(each, "default"))
    return ""


def _entry(drop_down: Element) -> str:
    entries = [attribute(each) for each in drop_down if local_name(each) == "listEntry"]
    number = attribute(child(drop_down, "result")) or attribute(child(drop_down, "default"))
    at = whole_number(number, 0)
    return entries[at] if 0 <= at < len(entries) else ""


def is_placeholder(control: Element) -> bool:
    """Whether a content control shows its prompt: nobody has filled it in."""
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def is_form(control: Element) -> bool:
    """Whether something is chosen or ticked in a content control, rather than typed."""
    return any(local_name(each) in _FORMS for each in children(child(control, "sdtPr")))


def value_of_control(control: Element) -> str:
    """What is chosen in a content control by what is stored with it, for one that shows nothing."""
    for each in children(child(control, "sdtPr")):
        if local_name(each) in _LISTS:
            value = attribute(each, "lastValue")
            names = {
                attribute(item, "value"): attribute(item, "displayText") for item in children(each)
            }
            return names.get(value) or value
        if local_name(each) == "date":
            return attribute(each, "fullDate")[:10]
        if local_name(each) == "checkbox":
            return TICKED if _is_checked(child(each, "checked")) else OPEN
    return ""


def _is_checked(element: Element | None) -> bool:
    """Whether w14:checked is on: its value stands in the name space of Word 2010."""
    values = [] if element is None else list(element.attrib.values())
    return element is not None and not any(each in ("0", "false", "off") for each in values)
