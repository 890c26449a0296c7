"""One file a measure: TITLE, and run(ours, folder, options) which gives a Section."""
