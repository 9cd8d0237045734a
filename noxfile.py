"""Everything that must hold; `nox` runs what is no search, benchmark, Spark or data frames, on the Pythons present."""

import os
import shutil
import tomllib
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT, BUILD_SYSTEM = PYPROJECT["project"], PYPROJECT["build-system"]
PYTHONS = [
    line.rpartition(" ")[2]
    for line in PROJECT["classifiers"]
    if line.startswith("Programming Language :: Python :: 3.")
]
LOWEST, *_ = PYTHONS
SIDE_BY_SIDE = ("-n", "auto")  # tests are shared out among the processors

nox.options.error_on_missing_interpreters = False
nox.options.sessions = [
    "lint",
    "types",
    "coverage",
    "lowest",
    "wheel",
    "package",
    "licences",
    "docs",
    "example",
    "browser",
    "ray",
]


@nox.session(python=LOWEST)
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*(line for line in PROJECT["optional-dependencies"]["dev"] if line.startswith("ruff")))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session(python=LOWEST)
def types(session: nox.Session) -> None:
    """Check the types of package, tests and benchmarks."""
    session.install("-e", ".[dev]")
    session.run("mypy")


@nox.session(python=LOWEST)
def coverage(session: nox.Session) -> None:
    """Run the tests, which have to take every branch of the package."""
    session.install("-e", ".[all,test]")
    session.run("coverage", "run", "-m", "pytest", *SIDE_BY_SIDE, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(python=LOWEST)
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that pyproject.toml allows."""
    extras = PROJECT["optional-dependencies"]
    named = [
        *PROJECT["dependencies"],
        *(line for name in ("cli", "html", "pdf", "review", "arrow") for line in extras[name]),
    ]
    oldest = [line.replace(">=", "==") for line in named]
    session.install("-e", ".[all,test]", *oldest)
    session.run("pytest", *SIDE_BY_SIDE, *session.posargs)


@nox.session(python=PYTHONS)
def wheel(session: nox.Session) -> None:
    """Run the tests against the built wheel, on every Python; before them the command without its extra."""
    folder = Path(session.create_tmp()) / "wheel"
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), ".")
    (path,) = folder.glob("*.whl")
    session.install(str(path))
    session.run("pressparse", "schema", success_codes=[2])
    session.install(f"{path}[all,test]")
    session.run("python", "-m", "pip", "check")
    session.run("python", "-c", "import pressparse; assert 'site-packages' in pressparse.__file__")
    session.run("pressparse", "parse", "seeds/", silent=True)
    session.run("pytest", *SIDE_BY_SIDE, *session.posargs)


@nox.session(python=LOWEST)
def package(session: nox.Session) -> None:
    """Build sdist and wheel, and both once more from the sdist: the same bytes, small, complete, ready for an index."""
    session.install("build", "check-wheel-contents", "twine", *BUILD_SYSTEM["requires"])
    folder = Path(session.create_tmp()).resolve()
    first, unpacked, second = (folder / name for name in ("first", "unpacked", "second"))
    for old in (first, unpacked, second):
        shutil.rmtree(old, ignore_errors=True)
    build = ("python", "-m", "build", "--quiet", "--no-isolation", "--sdist", "--wheel", "--outdir")
    epoch = {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", "1767225600")}
    session.run(*build, str(first), env=epoch, silent=True)
    (sdist,), (built,) = first.glob("*.tar.gz"), first.glob("*.whl")
    shutil.unpack_archive(sdist, unpacked, filter="data")
    (source,) = unpacked.iterdir()
    session.run(*build, str(second), str(source), env=epoch, silent=True)
    session.run("python", "tests/distributions.py", str(first), str(second))
    session.run("twine", "check", "--strict", str(sdist), str(built))
    session.run("check-wheel-contents", str(built))
    session.install(f"{built}[cli]")
    printed = str(session.run("pressparse", "--version", silent=True))
    if PROJECT["version"] not in printed:
        session.error(f"pressparse --version says {printed!r}")


@nox.session(python=LOWEST)
def licences(session: nox.Session) -> None:
    """Hold the licence of everything that comes with the package, its extras and its tests to a list."""
    session.install(".[all,arrow,test]")
    session.run("python", "tests/licences.py")


@nox.session(python=LOWEST)
def docs(session: nox.Session) -> None:
    """Make a site of the documents, in which every link within it leads somewhere; its folder is printed."""
    session.install(*PROJECT["optional-dependencies"]["docs"])
    site = Path(session.create_tmp()).resolve() / "site"
    shutil.rmtree(site, ignore_errors=True)
    session.run("sphinx-build", "--fail-on-warning", "--keep-going", "--quiet", "-c", "docs/site", ".", str(site))
    session.run("python", "docs/site/links.py", str(site))
    session.log(f"the site is {site / 'index.html'}")


@nox.session(python=LOWEST)
def example(session: nox.Session) -> None:
    """Build the package in docs/example, install it beside `pressparse[test]` alone, and run its own tests."""
    folder = Path(session.create_tmp()) / "wheels"
    build = ("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder))
    session.run(*build, ".", "./docs/example")
    (library,), (agency,) = (folder.glob(f"{name}-*.whl") for name in ("pressparse", "halcyon_space"))
    session.install(f"{library}[test]", str(agency))
    session.chdir("docs/example")
    session.run("pytest", *session.posargs)


@nox.session(python=LOWEST)
def browser(session: nox.Session) -> None:
    """Use the review page in a real browser, Debian's chromium, which runs on CI get; skipped where there is none."""
    if not shutil.which("chromium") and os.environ.get("CI") and shutil.which("apt-get"):
        session.run("apt-get", "update", "-qq", external=True, success_codes=range(256))
        session.run("apt-get", "install", "-y", "-qq", "chromium", external=True, success_codes=range(256), silent=True)
    if not shutil.which("chromium"):
        session.skip("there is no chromium; on Debian: apt-get install chromium")
    session.install("-e", ".[all,browser,test]")
    session.run("pytest", "tests/test_review_browser.py", *session.posargs)


@nox.session(python=LOWEST)
def ray(session: nox.Session) -> None:
    """Run docs/scale/ray_releases.py on a real local cluster of which a worker is killed; installs some 700 MB."""
    session.install("-e", ".[all,ray,test]")
    session.run("pytest", "tests/test_clusters.py", *session.posargs)


@nox.session(python=LOWEST)
def spark(session: nox.Session) -> None:
    """Run docs/scale/spark_releases.py in a real local session; needs Java 17, installs some 900 MB."""
    if not shutil.which("java") and os.environ.get("CI") and shutil.which("apt-get"):
        package = "openjdk-17-jre-headless"
        session.run("apt-get", "update", "-qq", external=True, success_codes=range(256))
        session.run("apt-get", "install", "-y", "-qq", package, external=True, success_codes=range(256), silent=True)
    if not shutil.which("java"):
        session.skip("there is no Java; on Debian: apt-get install openjdk-17-jre-headless")
    session.install("-e", ".[all,spark,test]")
    session.run("pytest", "tests/test_clusters.py", *session.posargs)


@nox.session(python=LOWEST)
def frames(session: nox.Session) -> None:
    """Run what docs/scale/data-frames.md shows with pandas, Polars and DuckDB; installs some 500 MB."""
    session.install("-e", ".[all,frames,test]")
    session.run("pytest", "tests/test_frames.py", *session.posargs)


@nox.session(python=LOWEST)
def searching(session: nox.Session) -> None:
    """Look for what the plain tests do not reach: thousands of drawn texts, and 5,000 contact blocks and decoys."""
    session.install("-e", ".[all,test]")
    tests = ("tests/test_properties.py", "tests/test_hostile_input.py", "tests/test_contacts.py")
    session.run("pytest", "--hypothesis-profile=searching", *tests)
    session.run("python", "tests/contact_scores.py", "--blocks", "5000", *session.posargs)


@nox.session(python=LOWEST)
def million(session: nox.Session) -> None:
    """Try a million drawn cases, which takes hours, and say how many they were; docs/reliability.md has the count."""
    session.install("-e", ".[all,test]")
    session.run("python", "tests/fuzz/cases.py", *session.posargs)


@nox.session(python="3.12")
def fuzz(session: nox.Session) -> None:
    """Let coverage guide what is tried, for an hour: `nox -s fuzz -- --seconds 600 --targets parse`.

    atheris has wheels for Linux, and for Python up to 3.13; what was reached and found stays in the folder `fuzz`.
    """
    session.install("-e", ".[all,test]", "atheris==3.1.*")
    session.run("python", "tests/fuzz/run.py", *session.posargs)


@nox.session(python=LOWEST)
def mutation(session: nox.Session) -> None:
    """Change functions of the parser one by one and see that a test fails each time; give mutants' names for some only.

    `nox -s mutation -- "pressparse.checks*"`. What may survive is in docs/mutation.md.
    """
    session.install("-e", ".[all,test]", "mutmut==3.8.*")
    session.run("mutmut", "run", "--max-children", "1", *session.posargs)
    session.run("python", "tests/mutants.py")


@nox.session(python=LOWEST)
def renderings(session: nox.Session) -> None:
    """Print the corpus to PDF by Chromium and LibreOffice, where they are installed, and compare it with the text."""
    session.install("-e", ".[all,test]")
    session.run("pytest", "tests/renderings_by_programs.py", *session.posargs)


@nox.session(python=LOWEST)
def benchmarks(session: nox.Session) -> None:
    """Measure how fast it is; writes docs/performance.md."""
    session.install(".[dev]")
    session.run("python", "tests/benchmarks/report.py", *session.posargs)


@nox.session(python=LOWEST)
def slower(session: nox.Session) -> None:
    """List what became more than 10 % slower since the last tag or a revision: `nox -s slower -- HEAD~5`."""
    session.install("-e", ".")
    session.run("python", "tests/benchmarks/against.py", *session.posargs)
