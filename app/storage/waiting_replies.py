"""What authors wrote back and wait for, as SQL: under their own idea, or what that was put together with.

Who wrote about an idea that was merged reads what is said to its survivor in public, so such an answer is one
to her too. One that was given before they were put together was none: nobody had her words before them.
"""

from __future__ import annotations

from app.storage.groups import HAS_SOURCES, MEMBERS_OF_I, SURVIVOR_OF_I, composed

# Of a reply `q`: nothing was said to its author alone, or under her idea while that stood for itself.
_UNSAID = """q.settled_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM responses p WHERE p.shop_id = q.shop_id AND p.idea_id = q.idea_id AND p.shown = 1
        AND p.created_at >= q.created_at)"""
# Of a reply `q` to a merged idea: nothing was said to its survivor since both the reply and the merge. Before
# it led on, the lines of each idea on the way tell also what was put into it; that was no later.
_UNSAID_THERE = """NOT EXISTS (
    SELECT 1 FROM responses p WHERE p.shop_id = q.shop_id AND p.idea_id = {survivor} AND p.shown = 1
        AND p.private = 0 AND p.created_at >= q.created_at AND p.created_at >= (
            WITH RECURSIVE way(id) AS (
                SELECT q.idea_id UNION
                SELECT u.merged_into FROM way CROSS JOIN ideas u ON u.shop_id = q.shop_id AND u.id = way.id
                WHERE u.merged_into IS NOT NULL)
            SELECT coalesce(max(j.at), 0) FROM way
            CROSS JOIN journal j ON j.shop_id = q.shop_id AND j.subject = way.id AND j.verb = 'merge'
            WHERE way.id != {survivor}))"""
_WAITING = composed(
    """SELECT q.id, q.idea_id, q.text, q.created_at, q.settled_at, s.id FROM replies q
    JOIN ideas i ON i.shop_id = q.shop_id AND i.id = q.idea_id
    JOIN ideas s ON s.shop_id = q.shop_id
        AND s.id = CASE WHEN i.merged_into IS NULL THEN i.id ELSE {survivor} END
    WHERE q.shop_id = ?1 AND {unsaid} AND i.visibility != 'hidden' AND s.visibility != 'hidden'
        AND (i.merged_into IS NULL OR {there})""",
    survivor=SURVIVOR_OF_I,
    unsaid=_UNSAID,
    there=composed(_UNSAID_THERE, survivor="s.id"),
)
_OLDEST_FIRST = "ORDER BY q.created_at, q.id"
ALL_WAITING = f"{_WAITING} {_OLDEST_FIRST}"
# With a plus before it the planner does not walk all replies that were never settled for a few ideas' own.
WAITING_OF = composed(
    "{waiting} AND q.idea_id IN (SELECT unhex(value) FROM json_each(?2)) {order}",
    waiting=_WAITING.replace("q.settled_at IS NULL", "+q.settled_at IS NULL"),
    order=_OLDEST_FIRST,
)
# Of an idea `i`: somebody waits under it, its own author or one whose idea was put into it.
WAITED_FOR = composed(
    """i.merged_into IS NULL AND (
    EXISTS (SELECT 1 FROM replies q WHERE q.shop_id = i.shop_id AND q.idea_id = i.id AND {unsaid})
    OR {has_sources} AND EXISTS ({members} SELECT 1 FROM members
        CROSS JOIN ideas m ON m.shop_id = i.shop_id AND m.id = members.id AND m.merged_into IS NOT NULL
            AND m.visibility != 'hidden'
        CROSS JOIN replies q ON q.shop_id = m.shop_id AND q.idea_id = m.id
        WHERE {unsaid} AND {there}))""",
    unsaid=_UNSAID,
    has_sources=HAS_SOURCES,
    members=MEMBERS_OF_I,
    there=composed(_UNSAID_THERE, survivor="i.id"),
)
