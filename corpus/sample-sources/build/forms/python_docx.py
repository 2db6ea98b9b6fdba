"""Sets a sheet (JSON on standard input) as DOCX with python-docx: python_docx.py OUT.docx"""
import json, sys
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

ALIGN = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
FONT = "Noto Serif CJK SC"

document = Document()
style = document.styles["Normal"]
style.font.name, style.font.size = FONT, Pt(12)
style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
section = document.sections[0]
section.page_width, section.page_height = Cm(21), Cm(29.7)


def table(part):
    t = document.add_table(rows=len(part["rows"]), cols=part["columns"])
    t.style = "Table Grid"
    taken = set()
    for r, row in enumerate(part["rows"]):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            across, down = cell["colSpan"], cell["rowSpan"]
            taken.update((y, x) for y in range(r, r + down) for x in range(c, c + across))
            target = t.cell(r, c)
            if across > 1 or down > 1:
                target = target.merge(t.cell(r + down - 1, c + across - 1))
            target.text = cell["text"]
            for paragraph in target.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(9)
            c += across


for part in json.load(sys.stdin):
    if part["kind"] == "table":
        table(part)
    elif part["kind"] == "break":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    else:
        paragraph = document.add_paragraph(part["text"])
        if part["kind"] in ALIGN:
            paragraph.alignment = ALIGN[part["kind"]]
        if part["kind"] == "indented":
            paragraph.paragraph_format.first_line_indent = Pt(24)
document.save(sys.argv[1])
