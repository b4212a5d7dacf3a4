"""References of other people's files → entries of sources.

`formats` recognises a file by what is in it and reads it; `entry_fields` turns each reference
into what our bibliography says; `merge` leaves out what is there already, and checks the rest.
"""
