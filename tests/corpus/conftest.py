import os
from urllib.parse import urlsplit

import pytest

from refoulement_lint.corpus.opening import open_corpus
from refoulement_lint.engine import open_engine
from refoulement_lint.indexing import Intake
from refoulement_lint.registers.opening import open_registers

# .ci/run starts a server of its own and says here where it listens.
SERVER = os.environ.get("REFOULEMENT_LINT_TEST_SERVER", "")


@pytest.fixture(scope="session")
def store():
    return open_registers()


@pytest.fixture(scope="session")
def engine():
    return open_engine()


@pytest.fixture(params=["file", pytest.param("server", marks=[pytest.mark.installed])])
def place(request, tmp_path):
    """A place for a new corpus: a file, and a schema of a real PostgreSQL server."""
    if request.param == "file":
        return str(tmp_path / "corpus.sqlite")
    if not SERVER:
        pytest.skip("no PostgreSQL server: REFOULEMENT_LINT_TEST_SERVER names none (.ci/run starts one)")
    import psycopg

    name = f"test_{os.getpid()}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    return urlsplit(SERVER)._replace(path=f"/{name}").geturl()


@pytest.fixture
def corpus(place):
    made = open_corpus(place, create=True)
    yield made
    made.close()


@pytest.fixture
def write(tmp_path):
    """Writes a file of the user's own and gives its path."""

    def one(name, text):
        path = tmp_path / "sources" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return str(path)

    return one


@pytest.fixture
def take(corpus, engine):
    """Takes files into the corpus and gives what became of them."""

    def some(*paths, **said):
        intake = Intake(corpus, engine, **said)
        return [intake.take(path) for path in paths]

    return some
