"""`pressparse parse` over many documents: by several processes, in parts, and taken up again."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from command_runs import Command

from pressparse.commands.console import INTERRUPTED

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
COPIES = 4


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder `in`, beside which the command runs, with some releases and a file without text."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(COPIES):
        for seed in SEEDS:
            shutil.copy(seed, folder / f"{number}-{seed.name}")
    (folder / "binary.txt").write_bytes(b"\0\0\0")
    return folder


def lines(folder: str) -> list[str]:
    """Return the lines of all parts in `folder`."""
    parts = sorted(Path(folder).glob("part-*.jsonl"))
    return [line for part in parts for line in part.read_text("utf-8").splitlines()]


def sources(folder: str) -> list[str]:
    """Return the sources in all parts in `folder`, in the order of their lines."""
    return [json.loads(line)["source"] for line in lines(folder)]


@pytest.mark.usefixtures("folder")
def test_workers_print_what_one_process_prints(run: Command) -> None:
    """Byte for byte, names as given, failures and standard input included."""
    arguments = ("parse", "./in", "missing.txt", "-")
    alone, together = (
        run(*arguments, stdin=SEEDS[0].read_bytes()),
        run(*arguments, "--workers", "2", stdin=SEEDS[0].read_bytes()),
    )
    assert together == alone
    assert len(together.rows) == 2 * COPIES + 3


@pytest.mark.usefixtures("folder")
def test_workers_do_not_say_how_long_they_took(run: Command) -> None:
    """They do several things at a time."""
    err = run("parse", "-v", "--workers", "1", f"in/0-{SEEDS[0].name}").err
    assert "profile cnes" in err
    assert " ms" not in err


@pytest.mark.usefixtures("folder")
def test_what_no_worker_can_do_is_wrong_usage(run: Command) -> None:
    """The same as without workers."""
    done = run("parse", "in", "--workers", "2", "--language", "xx")
    assert (done.status, done.out) == (2, "")
    assert "unknown language 'xx'" in done.err


@pytest.mark.usefixtures("folder")
def test_parts_hold_so_many_records_each(run: Command) -> None:
    """In order, the last with the rest."""
    run("parse", "in", "-o", "out", "--parts", "4")
    assert [len(path.read_text("utf-8").splitlines()) for path in sorted(Path("out").iterdir())] == [4, 4, 1]
    assert lines("out") == run("parse", "in").out.splitlines()


@pytest.mark.parametrize("name", ["jsonl", "parquet"])
def test_a_run_is_taken_up_again(run: Command, folder: Path, name: str) -> None:
    """What is held is not read again, be it failed; what is new or has changed is, behind what is there."""
    command = ("parse", "in", "missing.txt", "-o", "out/", "--to", name, "--parts", "3", "--resume")
    run(*command, "--limit", "4")
    assert run(*command).err.endswith("6 releases, 2 failed, 4 held from before\n")
    again = run(*command)
    assert (again.status, again.err) == (1, "0 releases, 0 failed, 10 held from before (2 failed)\n")
    (folder / "new.txt").write_text("A new release", "utf-8")
    (folder / f"0-{SEEDS[0].name}").write_text("A changed one", "utf-8")
    assert run(*command, "--workers", "2").err == "2 releases, 0 failed, 9 held from before (2 failed)\n"
    parts = sorted(Path("out").iterdir())
    assert [part.name for part in parts] == [f"part-{number:06}.{name}" for number in range(1, len(parts) + 1)]
    held = (
        sources("out")
        if name == "jsonl"
        else [row for part in parts for row in pq.read_table(part)["source"].to_pylist()]
    )
    assert len(held) == 2 * COPIES + 2 + 2
    assert set(held) == {"missing.txt", *(f"in/{path.name}" for path in folder.iterdir())}


@pytest.mark.parametrize("name", ["jsonl", "parquet"])
def test_what_failed_is_tried_again_where_that_is_asked_for(run: Command, folder: Path, name: str) -> None:
    """When whatever kept it from being read is mended."""
    command = ("parse", "in", "-o", "out/", "--to", name, "--resume")
    assert run(*command).err.endswith("9 releases, 1 failed\n")
    (folder / "late.txt").write_bytes(b"\0")
    assert run(*command, "--retry").err.endswith("2 releases, 2 failed, 8 held from before\n")
    assert run(*command, "--retry").err.endswith("2 releases, 2 failed, 8 held from before\n")
    (folder / "binary.txt").write_text("A release", "utf-8")
    (folder / "late.txt").unlink()
    assert run(*command, "--retry").err == "1 release, 0 failed, 8 held from before\n"
    again = run(*command)
    assert (again.status, again.err) == (0, "0 releases, 0 failed, 9 held from before\n")
    assert sources("out").count("in/binary.txt") == (2 if name == "jsonl" else 0)  # as it failed and as it is read


@pytest.mark.usefixtures("folder")
def test_standard_input_is_always_new(run: Command) -> None:
    """It has a name, but nobody knows what it will say."""
    command = ("parse", "-", "in", "-o", "out", "--resume")
    run(*command, stdin=b"A release")
    assert run(*command, stdin=b"A release").err == "1 release, 0 failed, 9 held from before (1 failed)\n"
    assert sources("out").count("-") == 2


MISUSES = [
    (("--resume", "-o", "columns"), "parts of an earlier run as parquet: go on with them by --to parquet"),
    (("--parts", "3"), "write to a folder: name it by -o"),
    (("--resume", "-o", "in/binary.txt"), "write to a folder: name it by -o"),
    (("--parts", "3", "-o", "out.jsonl"), "write to a folder: name it by -o"),
    (("--retry", "-o", "out"), "--retry is for --resume"),
    (("--parts", "3", "-o", "out", "--to", "csv"), "are for jsonl and parquet, not csv"),
    (("--parts", "3", "-o", "held"), "held holds parts of an earlier run: go on with it by --resume"),
    (("--resume", "-o", "torn"), "torn: a part is none of ours"),
]


@pytest.mark.parametrize(("options", "message"), MISUSES, ids=[" ".join(options) for options, _ in MISUSES])
@pytest.mark.usefixtures("folder")
def test_parts_that_cannot_be_are_wrong_usage(run: Command, options: tuple[str, ...], message: str) -> None:
    """Nothing is read or written."""
    Path("columns").mkdir()
    Path("columns", "part-000001.parquet").touch()
    for name, text in {"held": '{"source": null, "digest": null}\n', "torn": '{"sou'}.items():
        Path(name).mkdir()
        Path(name, "part-000001.jsonl").write_text(text, "utf-8")
    done = run("parse", "in", *options)
    assert done.status == 2
    assert message in " ".join(done.err.replace("│", "").split())


@pytest.mark.usefixtures("folder")
def test_a_package_that_is_missing_is_said(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of Parquet are not read without pyarrow."""
    run("parse", "in", "-o", "out", "--to", "parquet", "--parts", "100")
    monkeypatch.delitem(sys.modules, "pressparse.arrow")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("parse", "in", "-o", "out", "--to", "parquet", "--resume")
    assert done.status == 2
    assert "pressparse[arrow]" in done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that Ctrl-C sends to one process")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL], ids=lambda sign: sign.name)
def test_whatever_ends_a_run_leaves_whole_records_and_the_next_goes_on(
    run: Command, folder: Path, sign: signal.Signals
) -> None:
    """All parts are whole; together with what the next run adds they are those of one run."""
    for number in range(COPIES, 160):
        shutil.copy(SEEDS[0], folder / f"{number}.txt")
    order = ("parse", "in", "-o", "out/", "--parts", "10")
    command = [sys.executable, "-m", "pressparse", *order, "--workers", "2", "-v"]
    with subprocess.Popen(  # noqa: S603 - this interpreter, our own command
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stderr
        for _ in range(30):
            running.stderr.readline()
        os.killpg(running.pid, sign) if sign == signal.SIGINT else running.kill()
        running.communicate()
    assert running.returncode == (INTERRUPTED if sign == signal.SIGINT else -sign)
    assert 20 <= len(lines("out")) < 160
    assert run(*order, "--resume").status == 1
    assert sorted(lines("out")) == sorted(run("parse", "in").out.splitlines())
