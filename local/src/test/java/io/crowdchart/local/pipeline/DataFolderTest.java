package io.crowdchart.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.local.pipeline.DataFolder.PlayedFeed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void a_kept_folder_remembers_its_secret_and_its_feed() {
        PlayedFeed feed = new PlayedFeed("a \\ feed = ü", "abc", 17);
        String secret;
        try (DataFolder kept = DataFolder.kept(folder.resolve("new/folder"))) {
            assertThat(kept.playedFeed()).isEmpty();
            secret = kept.voteSecret();
            kept.playedFeed(feed);
        }
        try (DataFolder kept = DataFolder.kept(folder.resolve("new/folder"))) {
            assertThat(kept.voteSecret()).isEqualTo(secret).hasSizeGreaterThan(40);
            assertThat(kept.playedFeed()).hasValue(feed);
        }
    }

    @Test
    void only_the_owner_can_read_the_secret() throws Exception {
        try (DataFolder kept = DataFolder.kept(folder)) {
            assertThat(kept.voteSecret()).isNotBlank();
            assertThat(Files.getPosixFilePermissions(kept.path().resolve("vote-secret")))
                    .hasSize(2);
        }
    }

    @Test
    void two_runners_do_not_share_a_folder() {
        try (DataFolder kept = DataFolder.kept(folder)) {
            assertThatThrownBy(() -> DataFolder.kept(folder))
                    .isInstanceOf(StartException.class)
                    .hasMessage("--keep " + folder + ": another runner is using this folder");
            assertThat(kept.path()).exists();
        }
        DataFolder.kept(folder).close();
    }

    @Test
    void a_file_is_no_folder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataFolder.kept(file))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("--keep " + file + ": expected a folder to write to");
    }
}
