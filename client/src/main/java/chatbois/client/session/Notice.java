package chatbois.client.session;

/// Something that the member should know, in a sentence.
///
/// @param number 1, 2, 3 … in this session
/// @param time milliseconds since 1970
/// @param quiet whether it is only good to know, so that it needn't stand out
public record Notice(long number, long time, String sentence, boolean quiet) {}
