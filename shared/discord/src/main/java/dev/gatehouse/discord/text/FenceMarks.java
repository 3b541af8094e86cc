package dev.gatehouse.discord.text;

/** The characters that fences are made of. */
final class FenceMarks {
  private FenceMarks() {}

  static boolean isMark(String text, int position) {
    return text.charAt(position) == '`' || text.charAt(position) == '~';
  }

  /** Whether three marks of one kind stand here, as they do where a fence opens or closes. */
  static boolean standAt(String text, int position) {
    return text.startsWith("```", position) || text.startsWith("~~~", position);
  }
}
