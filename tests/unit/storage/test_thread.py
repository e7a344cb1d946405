"""Branches, siblings, leaves and subtrees of a message tree."""

from hypothesis import given
from hypothesis import strategies as st

from storage.thread import Node, Thread


@st.composite
def forests(draw: st.DrawFn) -> list[Node]:
    """Nodes whose parents come before them, in a shuffled order; times may be equal."""
    count = draw(st.integers(1, 40))
    nodes: list[Node] = []
    for index in range(count):
        parent = draw(st.none() | st.integers(0, index - 1)) if index else None
        created_at = draw(st.integers(0, 10))
        nodes.append(
            Node(f"m{index:02d}", None if parent is None else f"m{parent:02d}", created_at)
        )
    return draw(st.permutations(nodes))


@given(forests())
def test_a_branch_leads_from_a_root_to_its_leaf_by_parents(nodes: list[Node]) -> None:
    by_id = {node.id: node for node in nodes}
    for node in nodes:
        branch = Thread(nodes).branch(node.id)
        assert branch[-1] == node.id
        assert by_id[branch[0]].parent_id is None
        assert [by_id[id_].parent_id for id_ in branch[1:]] == branch[:-1]


@given(forests())
def test_siblings_are_all_with_the_same_parent_oldest_first(nodes: list[Node]) -> None:
    tree = Thread(nodes)
    for node in nodes:
        same = [other for other in nodes if other.parent_id == node.parent_id]
        expected = [each.id for each in sorted(same, key=lambda n: (n.created_at, n.id))]
        assert list(tree.siblings(node.id)) == expected


@given(forests())
def test_a_subtree_is_what_has_the_message_on_its_branch(nodes: list[Node]) -> None:
    tree = Thread(nodes)
    for node in nodes:
        expected = {other.id for other in nodes if node.id in tree.branch(other.id)}
        subtree = tree.subtree(node.id)
        assert set(subtree) == expected
        assert len(subtree) == len(expected)
        for place, id_ in enumerate(subtree[1:], 1):
            assert tree.branch(id_)[-2] in subtree[:place], "a parent comes first"


@given(forests())
def test_the_newest_leaf_is_below_and_has_no_replies(nodes: list[Node]) -> None:
    tree = Thread(nodes)
    by_id = {node.id: node for node in nodes}
    parents = {node.parent_id for node in nodes}
    for start in [None, *by_id]:
        within = by_id if start is None else tree.subtree(start)
        leaves = [by_id[id_] for id_ in within if id_ not in parents]
        expected = max(leaves, key=lambda n: (n.created_at, n.id)).id
        assert tree.newest_leaf(start) == expected


@given(forests())
def test_a_node_is_read_back_from_its_written_form(nodes: list[Node]) -> None:
    assert [Node.parse(str(node)) for node in nodes] == nodes


def test_ten_thousand_messages_deep() -> None:
    chain = [Node(str(n), str(n - 1) if n else None, n) for n in range(10_000)]
    tree = Thread(chain)
    assert tree.branch("9999") == [node.id for node in chain]
    assert tree.subtree("0") == [node.id for node in chain]
    assert tree.newest_leaf("0") == tree.newest_leaf(None) == "9999"


def test_what_is_unknown_is_empty() -> None:
    tree = Thread([])
    assert tree.branch("x") == []
    assert tree.subtree("x") == []
    assert tree.newest_leaf("x") is None
    assert tree.newest_leaf(None) is None


def test_broken_data_ends_a_branch_and_never_loops() -> None:
    tree = Thread([Node("a", "b", 1), Node("b", "a", 2), Node("c", "gone", 3)])
    assert tree.branch("a") == ["b", "a"]
    assert tree.subtree("a") == ["a", "b"]
    assert tree.branch("c") == ["c"]
