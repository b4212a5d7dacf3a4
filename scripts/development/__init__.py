"""What people who work on the project need: live preview, pins, made-up evidence."""
