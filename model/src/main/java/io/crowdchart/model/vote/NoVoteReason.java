package io.crowdchart.model.vote;

/** Why a post is no vote; counted by the connector. */
public enum NoVoteReason {
    /** Not one of ours: by far the most frequent. */
    NO_HASHTAG,
    /** The hashtag, but no pair of square brackets. */
    NO_BRACKETS,
    /** Brackets with nothing visible between them. */
    BLANK_TITLE
}
