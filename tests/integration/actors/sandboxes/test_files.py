"""Files go both ways, and nobody's change is lost."""

import pytest

from actors.sandboxes.exchange import AUTHOR
from actors.sandboxes.execution import Request, result
from actors.sandboxes.host import Key, SandboxHost
from storage import Storage
from storage.errors import NotFoundError
from storage.git import MAIN
from tests.integration.actors.sandboxes.conftest import Begin, Hosts


async def run(host: SandboxHost, key: Key, command: str, branch: str | None = None) -> str:
    said = await result(host.execute(key, Request(command), branch))
    assert said["exit_code"] == 0, said
    return str(said["stdout"])


async def commit(storage: Storage, key: Key, branch: str = MAIN, **files: str | None) -> str:
    projects = storage.tenant(key[0]).projects
    project = await projects.get(key[1])
    changes = {name: None if text is None else text.encode() for name, text in files.items()}
    base = project.branches[branch]
    return (await projects.commit(key[1], branch, base, changes, "Edit", AUTHOR)).branches[branch]


async def files(storage: Storage, key: Key, branch: str = MAIN) -> dict[str, str]:
    projects = storage.tenant(key[0]).projects
    project = await projects.get(key[1])
    async with projects.history(project) as repository:
        found = repository.files(project.branches[branch])
    return {path: content.decode() for path, content in found.items()}


async def test_a_command_sees_the_newest_files(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1")
    async with hosts() as host:
        assert await run(host, key, "cat a b") == "11"
        await commit(storage, key, a="2", b=None, c="3")
        assert await run(host, key, "cat a c; ls") == "23a\nc\n"


async def test_what_was_changed_inside_comes_back_as_one_commit(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1", c="1")
    async with hosts() as host:
        await run(
            host,
            key,
            "echo -n 2 > a; rm b; mkdir -p d/é node_modules; echo -n new > 'd/é/x y';"
            "echo lib > node_modules/lib; ln -s /etc/passwd link; mkfifo pipe;"
            "head -c 1000001 /dev/zero > big; echo > 'bad|name'; echo > $(printf '\\377')",
        )
        done = await host.sync(key, "both")
        assert await files(storage, key) == {"a": "2", "c": "1", "d/é/x y": "new"}
        assert sorted(done.to_project) == ["a", "b", "d/é/x y"]
        assert {path for path, _ in done.skipped} == {
            "link", "pipe", "big", "bad|name", "'\\udcff'",
        }  # fmt: skip
        projects = storage.tenant(key[0]).projects
        project = await projects.get(key[1])
        async with projects.history(project) as repository:
            messages = [each.message for each in repository.log(project.branches[MAIN], 9)]
        assert messages == ["From the sandbox: a and 2 more", "Begin"]
        again = await host.sync(key, "both")
        assert (again.to_project, again.to_sandbox, again.commit) == ([], [], done.commit)


async def test_what_both_changed_stays_on_both_sides(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1", gone="1")
    async with hosts() as host:
        await run(host, key, "echo -n inside > a; echo -n inside > b; echo -n inside > gone")
        await commit(storage, key, a="outside", gone=None, c="outside")
        done = await host.sync(key, "both")
        assert done.conflicts == ["a", "gone"]
        assert (done.to_project, done.to_sandbox) == (["b"], [])  # c came with the call itself
        assert await run(host, key, "cat a b c gone") == "insideinsideoutsideinside"
        assert await files(storage, key) == {"a": "outside", "b": "inside", "c": "outside"}
        await run(host, key, "echo -n outside > a; rm gone")
        assert (await host.sync(key, "both")).conflicts == []


async def test_files_of_another_branch_come_as_git_switch_brings_them(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1", b="1", gone="1")
    projects = storage.tenant(key[0]).projects
    start = (await projects.get(key[1])).branches[MAIN]
    await projects.point(key[1], "try", None, start)
    await commit(storage, key, "try", a="2", gone=None, new="2")
    async with hosts() as host:
        assert await run(host, key, "cat a b gone; echo -n inside > b") == "111"
        assert await run(host, key, "cat a b new; ls", branch="try") == "2inside2a\nb\nnew\n"
        assert await run(host, key, "cat a") == "2"  # which it keeps
        done = await host.sync(key, "both")
        assert (done.branch, done.to_project) == ("try", ["b"])
        assert await files(storage, key, "try") == {"a": "2", "b": "inside", "new": "2"}
        assert await run(host, key, "cat a b; ls", branch=MAIN) == "11a\nb\ngone\n"
        with pytest.raises(NotFoundError):
            await run(host, key, "true", branch="never")
        await run(host, key, "true", branch="try")
        tip = (await projects.get(key[1])).branches["try"]
        await projects.point(key[1], "try", tip, None)
        assert await run(host, key, "cat b; ls") == "1a\nb\ngone\n"
        assert await files(storage, key) == {"a": "1", "b": "1", "gone": "1"}


async def test_a_program_that_lies_about_files_changes_nothing(
    storage: Storage, begin: Begin, hosts: Hosts
) -> None:
    key = await begin(a="1")
    async with hosts() as host:
        await run(host, key, "rm a; mkdir a; ln -s / a/root; mkdir -p .git/hooks; echo > .git/x")
        await commit(storage, key, a="2")
        done = await host.sync(key, "both")
        assert await files(storage, key) == {"a": "2"}
        assert done.to_project == []


async def test_another_tenants_project_is_not_there(begin: Begin, hosts: Hosts) -> None:
    key, other = await begin(a="secret"), await begin(a="mine")
    async with hosts() as host:
        await host.open(key)
        crossed = (other[0], key[1])
        for call in (
            lambda: host.open(crossed),
            lambda: host.sync(crossed, "both"),
            lambda: host.terminal(crossed, "1", 24, 80),
            lambda: result(host.execute(crossed, Request("cat a"))),
        ):
            with pytest.raises(NotFoundError):
                await call()
        assert host.find(crossed) is None
        assert not await host.delete(crossed)
        assert await run(host, other, "cat a") == "mine"
        assert host.find(key) is not None
