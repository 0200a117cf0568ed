package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.interfaces.alexa.presentation.apl.UserEvent;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.screen.Touch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A touch on a song of a screen: tells where the song is now, as if it had been asked for. What a device sends may be anything;
 * whatever is no such touch gets the question which song is meant.
 */
final class TouchHandler implements RequestHandler {

    private final SongTalk songs;

    TouchHandler(SongTalk songs) {
        this.songs = songs;
    }

    @Override
    public boolean canHandle(HandlerInput input) {
        return input.getRequest() instanceof UserEvent;
    }

    @Override
    public Optional<Response> handle(HandlerInput input) {
        Turn turn = Turn.of(input);
        List<?> arguments = Objects.requireNonNullElse(((UserEvent) input.getRequest()).getArguments(), List.of());
        Reply reply = Touch.in(arguments)
                .map(touch -> songs.told(NamedSong.known(touch.key()), Asked.RANK, touch.period(), turn))
                .orElseGet(() -> Reply.ask(turn.messages().songWhich()).keeping(turn.context()));
        return Optional.of(turn.say(reply));
    }
}
