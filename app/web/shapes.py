"""Ideas as JSON: an allow-list of what customers and kiosks may see, and nothing else."""

from __future__ import annotations

from app.domain.clock import rfc3339
from app.domain.ideas import Idea, Reply, Response
from app.domain.shop import Shop
from app.domain.storm_views import StormView
from app.services.customer.following import Claim
from app.services.customer.mirroring import BoardChanges
from app.web.notes import photo_path
from app.web.site import Site

Json = dict[str, object]


def idea_json(idea: Idea, site: Site) -> Json:
    parent = site.public_parent(idea)
    return {
        "id": str(idea.id),
        "text": idea.text,
        "name": idea.name,
        "votes": idea.votes,
        "status": str(idea.status),
        "builds_on": str(parent.id) if parent else None,
        "link": str(idea.link) if idea.link else None,
        "channel": str(idea.channel),
        "storm": site.storms.code_of(idea),
        "language": idea.language or None,
        "views": idea.views,
        "built_on": idea.built_on,
        "created_at": rfc3339(idea.created_at),
        "public_at": rfc3339(idea.public_at) if idea.public_at else None,
        "response": response_json(idea.response, site.shop()) if idea.response else None,
    }


def changes_json(changes: BoardChanges, site: Site) -> Json:
    return {
        "version": changes.version,
        "ideas": [idea_json(idea, site) for idea in changes.ideas],
        "gone": [str(id) for id in changes.gone],
        "next": changes.next,
        "next_after": changes.next_after,
        "restart": changes.restart,
    }


def similar_json(text: str, site: Site) -> Json:
    """At most five public ideas that say nearly the same as `text`, answered ones first."""
    found = site.door.similar(text) if text else []
    return {"ideas": [idea_json(idea, site) for idea in found]}


def response_json(response: Response, shop: Shop) -> Json:
    return {
        "text": response.text,
        "status": str(response.status),
        "reason": response.reason or None,
        "change_mind": response.change_mind or None,
        "until": response.until.isoformat() if response.until else None,
        "done_on": response.done_on.isoformat() if response.done_on else None,
        "photo": photo_path(response.photo_id) if response.photo_id and not response.private else None,
        "signed": response.signed or shop.voice,
        "private": response.private,
        "created_at": rfc3339(response.created_at),
    }


def claim_json(claim: Claim, site: Site) -> Json:
    """What the holder of the code may know; the code itself is known already."""
    return {
        "idea": {
            **idea_json(claim.idea, site),
            "visibility": str(claim.idea.visibility),
            "merged_into": str(claim.idea.merged_into) if claim.idea.merged_into else None,
        },
        "survivor": idea_json(claim.survivor, site) if claim.survivor else None,
        "responses": [response_json(answer, site.shop()) for answer in claim.answers],
        "replies": [_reply_json(reply) for reply in claim.replies],
        "history": [
            {"kind": str(step.kind), "at": rfc3339(step.at), "status": str(step.status)}
            for step in claim.history
        ],
        "editable_until": rfc3339(claim.editable_until) if claim.editable_until else None,
        "due": claim.due.isoformat(),
        "storm": claimed_storm_json(claim.storm, claim.standing) if claim.storm else None,
    }


def claimed_storm_json(view: StormView, idea: Idea) -> Json:
    """What became of a contribution: the storm as it stands, and its own part in the end."""
    return {
        "code": view.storm.code,
        "question": view.storm.question,
        "phase": str(view.phase),
        "credited": any(credited.id == idea.id for credited in view.credited),
        "leads": view.tally is not None and idea.id in view.tally.leaders,
    }


def _reply_json(reply: Reply) -> Json:
    return {"text": reply.text, "created_at": rfc3339(reply.created_at)}
