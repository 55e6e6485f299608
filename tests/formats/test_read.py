"""Which files are read, which are refused, and how that is said."""

import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

from refoulement_lint import formats
from refoulement_lint.formats.limits import Limits
from refoulement_lint.model import DocumentError


class TestRead:
    def test_path_is_kept_as_given(self, tmp_path):
        """
        A document's path is the one that was given.
        """
        (tmp_path / "brief.md").write_text("Article 3")

        assert str(tmp_path / "brief.md") == formats.read(tmp_path / "brief.md").path

    @pytest.mark.parametrize(
        ("name", "content", "says"),
        [
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as .docx"),
            ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word format"),
            ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
            ("a.txt", b"%PDF-1.7", "is a .pdf file inside"),
            ("a.txt", b"PK\x03\x04", "is a .docx file inside"),
            ("a.odt", b"x", "truncated or damaged, or is no OpenDocument file"),
            ("a.rtf", b"{\\rtf1", "RTF is not read"),
            ("a.xyz", b"x", "are not read; give one of"),
            ("a.docx", b"no package", "truncated or damaged"),
            ("a.docx", b"", "truncated or damaged"),
        ],
    )
    def test_refused(self, name, content, says):
        """
        What is not read is refused in one sentence that begins with the name.
        """
        with pytest.raises(DocumentError, match=says) as refused:
            formats.read(content, filename=name)

        assert str(refused.value).startswith(f"{name}: ")

    def test_too_large(self, tmp_path):
        """
        A file beyond the ceiling is refused with the option that raises it.
        """
        (tmp_path / "a.txt").write_bytes(b"x" * (1024 * 1024 + 1))

        with pytest.raises(DocumentError, match="--max-file-mib"):
            formats.read(tmp_path / "a.txt", limits=Limits(file_mib=1))

    def test_missing(self, tmp_path):
        """
        A path without a file says so.
        """
        with pytest.raises(DocumentError, match="no such file"):
            formats.read(tmp_path / "a.md")

    def test_nul_in_name(self):
        """
        A name with a NUL character is refused, not handed to the system.
        """
        with pytest.raises(DocumentError, match="NUL"):
            formats.read("a\0.md")

    def test_folder_named_like_a_draft(self, tmp_path):
        """
        A folder called x.docx is no draft.
        """
        (tmp_path / "x.docx").mkdir()

        with pytest.raises(DocumentError, match="folder"):
            formats.read(tmp_path / "x.docx")

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no FIFO in the file system")
    def test_fifo_and_device(self, tmp_path):
        """
        A pipe or device is refused at once, without waiting for somebody to write into it.
        """
        os.mkfifo(tmp_path / "a.md")

        with pytest.raises(DocumentError, match="device or pipe"):
            formats.read(tmp_path / "a.md")
        with pytest.raises(DocumentError, match="device or pipe"):
            formats.read("/dev/zero")

    def test_symbolic_links(self, tmp_path):
        """
        A link that leads nowhere or in a circle is refused.
        """
        (tmp_path / "dangling.md").symlink_to(tmp_path / "nowhere")
        (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")

        with pytest.raises(DocumentError, match="no such file"):
            formats.read(tmp_path / "dangling.md")
        with pytest.raises(DocumentError, match="circle"):
            formats.read(tmp_path / "loop.md")

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
    def test_no_permission(self, tmp_path):
        """
        A file that may not be read says so.
        """
        (tmp_path / "a.md").write_text("x")
        (tmp_path / "a.md").chmod(0)

        with pytest.raises(DocumentError, match="permission"):
            formats.read(tmp_path / "a.md")


class TestWalk:
    def test_what_is_found(self, tmp_path):
        """
        Drafts below a folder come sorted; hidden ones, links, lock files and other kinds do not.
        """
        for name in ("b.md", "a.docx", "sub/c.txt", ".hidden/d.md", ".e.md", "~$a.docx", "picture.png", "sub/f.TEX"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("x")
        (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
        (tmp_path / "circle").symlink_to(tmp_path)

        found = [os.path.relpath(path, tmp_path) for path in formats.walk(str(tmp_path))]

        assert ["a.docx", "b.md", "sub/c.txt", "sub/f.TEX"] == found

    def test_without_an_extra(self, tmp_path, monkeypatch):
        """
        Among drafts a PDF is a file of another kind where nothing can read it; named by itself it is refused.
        """
        for name in ("a.md", "b.pdf"):
            (tmp_path / name).write_text("x")
        monkeypatch.setattr("importlib.util.find_spec", lambda library: None)

        assert {".pdf"} == formats.not_installed()
        assert [str(tmp_path / "a.md")] == formats.walk(str(tmp_path), without=formats.not_installed())
        assert 2 == len(formats.walk(str(tmp_path)))

    def test_extensions(self):
        """
        What is read is what the modules declare, each with one that can read.
        """
        folder = Path(formats.__file__).parent
        modules = {
            file.stem: import_module(f"refoulement_lint.formats.{file.stem}") for file in folder.glob("[a-z]*.py")
        }
        declared = {ending: name for name, module in modules.items() for ending in getattr(module, "EXTENSIONS", ())}

        assert {".docx", ".html", ".markdown", ".md", ".odt", ".pdf", ".rst", ".tex", ".txt", ".xml"} <= set(declared)
        assert tuple(sorted(declared)) == formats.extensions()
        assert all(callable(modules[name].read) for name in declared.values())
